### The plan as a calendar, for Outlook and others.

feed-name = Content plan
feed-name-outlet = Content plan: { $outlet }
feed-summary = { $outlet }: { $title } ({ $status })
feed-owner = Responsible: { $name }

subscribe-title = The plan in Outlook
subscribe-off = Off. Whoever runs the bot turns it on with CALENDAR_TOKEN and HTTP_PORT.
subscribe-on = On. Whoever has the address can follow the plan in their calendar.
subscribe-show = Show the addresses
subscribe-intro = Choose Add calendar → Subscribe from web in Outlook, and type the bot’s address followed by one of these. Share them only with people who may read the plan.
subscribe-plan = The whole plan
subscribe-line = { $name }: `{ $path }`
subscribe-renew = Change the secret
subscribe-renew-intro = The old addresses stop working at once. Everybody who subscribes needs to add the new one. This cannot be undone.
subscribe-renewed = Changed. The old addresses do not work any more. Here are the new ones:

refusal-subscribe-off = The calendar is off. Whoever runs the bot turns it on with CALENDAR_TOKEN.
