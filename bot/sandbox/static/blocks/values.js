/** @file What the interactive elements of one surface hold, in the sandbox's simple shape. */

import { unixFromLocal } from "../core/dates.js";

const optionValue = (option) => option?.value ?? null;
const optionValues = (options) => (options ?? []).map((option) => option.value);

const INITIAL = {
  static_select: (el) => optionValue(el.initial_option),
  external_select: (el) => optionValue(el.initial_option),
  radio_buttons: (el) => optionValue(el.initial_option),
  checkboxes: (el) => optionValues(el.initial_options),
  multi_static_select: (el) => optionValues(el.initial_options),
  multi_external_select: (el) => optionValues(el.initial_options),
  users_select: (el) => el.initial_user ?? null,
  channels_select: (el) => el.initial_channel ?? null,
  conversations_select: (el) => el.initial_conversation ?? null,
  multi_users_select: (el) => el.initial_users ?? [],
  multi_channels_select: (el) => el.initial_channels ?? [],
  multi_conversations_select: (el) => el.initial_conversations ?? [],
  datepicker: (el) => el.initial_date ?? null,
  timepicker: (el) => el.initial_time ?? null,
  datetimepicker: (el) => el.initial_date_time ?? null,
  plain_text_input: (el) => el.initial_value ?? null,
  url_text_input: (el) => el.initial_value ?? null,
  email_text_input: (el) => el.initial_value ?? null,
  file_input: () => [],
  number_input: (el) => el.initial_value ?? null,
};

/** Does an element hold something that belongs to `state.values`? */
function isStateful(element) {
  return element.type in INITIAL;
}

/** The interactive elements of a block, whatever field they sit in. */
function elementsOf(block) {
  return [block.element, block.accessory, ...(block.type === "actions" ? (block.elements ?? []) : [])].filter(
    Boolean,
  );
}

/** Values people have entered, by block and action; what is not entered is the element's initial value. */
export class Values {
  #entered = new Map();
  /** Chosen options by value: the words of options that the bot looked up. */
  labels = new Map();

  #key(blockId, element) {
    return `${blockId}\n${element.action_id}\n${element.type}`;
  }

  get(blockId, element) {
    const key = this.#key(blockId, element);
    return this.#entered.has(key) ? this.#entered.get(key) : (INITIAL[element.type]?.(element) ?? null);
  }

  set(blockId, element, value) {
    this.#entered.set(this.#key(blockId, element), value);
  }

  /** `{block_id: {action_id: value}}` for all stateful elements of `blocks`. */
  collect(blocks) {
    const all = {};
    for (const block of blocks) {
      for (const element of elementsOf(block).filter(isStateful)) {
        (all[block.block_id] ??= {})[element.action_id] = this.get(block.block_id, element);
      }
    }
    return all;
  }
}

/** `datetime-local` text to the Unix second Slack's datetimepicker holds; null for nothing. */
export function unixValue(local) {
  return local ? unixFromLocal(local) : null;
}
