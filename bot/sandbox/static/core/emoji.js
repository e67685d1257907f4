/** @file The emoji a content team meets; any other name is shown as `:name:`. */

const TABLE = `
eyes 👀|white_check_mark ✅|triangular_flag_on_post 🚩|blue_heart 💙|thumbsup 👍|+1 👍|thumbsdown 👎|-1 👎
heart ❤️|green_heart 💚|yellow_heart 💛|purple_heart 💜|orange_heart 🧡|clap 👏|pray 🙏|muscle 💪|wave 👋|raised_hands 🙌
ok_hand 👌|point_right 👉|point_left 👈|point_up ☝️|point_down 👇|smile 😄|slightly_smiling_face 🙂|grinning 😀|blush 😊|wink 😉
joy 😂|sob 😭|cry 😢|thinking_face 🤔|sweat_smile 😅|heart_eyes 😍|sunglasses 😎|angry 😠|rage 😡|open_mouth 😮|tada 🎉
sparkles ✨|star ⭐|fire 🔥|rocket 🚀|bulb 💡|memo 📝|pencil ✏️|pencil2 ✏️|calendar 📅|date 📅|spiral_calendar_pad 🗓️|clock3 🕒
alarm_clock ⏰|hourglass ⌛|hourglass_flowing_sand ⏳|bell 🔔|no_bell 🔕|mega 📣|loudspeaker 📢|speech_balloon 💬|email 📧|envelope ✉️
link 🔗|pushpin 📌|round_pushpin 📍|paperclip 📎|mag 🔍|lock 🔒|unlock 🔓|key 🔑|gear ⚙️|wrench 🔧|x ❌|warning ⚠️|no_entry ⛔
rotating_light 🚨|question ❓|grey_question ❔|exclamation ❗|heavy_check_mark ✔️|ballot_box_with_check ☑️|information_source ℹ️
red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵|white_circle ⚪|black_circle ⚫
arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️|repeat 🔁|door 🚪|gift 🎁|christmas_tree 🎄|snowflake ❄️|sunny ☀️
ambulance 🚑|hospital 🏥|syringe 💉|stethoscope 🩺|bus 🚌|bar_chart 📊|chart_with_upwards_trend 📈|newspaper 📰|books 📚|coffee ☕
seedling 🌱|label 🏷️|clipboard 📋|wastebasket 🗑️|outbox_tray 📤|inbox_tray 📥|page_facing_up 📄|camera 📷|art 🎨|zzz 💤
robot_face 🤖|palm_tree 🌴|leaves 🍃|house 🏠|telephone_receiver 📞|bookmark 🔖|handshake 🤝|busts_in_silhouette 👥`;

const EMOJI = new Map(
  TABLE.trim()
    .split(/[|\n]/)
    .map((pair) => pair.split(" ")),
);

/** The reactions Lucka acts on, and the most usual friendly one. */
export const QUICK = ["eyes", "white_check_mark", "triangular_flag_on_post", "blue_heart", "thumbsup"];

/** The character of an emoji name without colons, or `:name:`. */
export function emoji(name) {
  return EMOJI.get(name.split("::")[0]) ?? `:${name}:`;
}

/** A name typed or pasted by a person (`:eyes:`, `eyes`, `👀`) as Slack's name, or null. */
export function emojiName(typed) {
  const text = typed.trim();
  const named = /^:?([\p{Letter}\d_+'-]+):?$/u.exec(text);
  if (named) return named[1].toLowerCase();
  for (const [name, character] of EMOJI)
    if (character === text || character.replace("\uFE0F", "") === text) return name;
  return null;
}
