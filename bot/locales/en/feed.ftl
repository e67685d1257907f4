### The plan as a calendar, for Outlook and others.

feed-name = Content plan
feed-name-outlet = Content plan: { $outlet }
feed-summary = { $outlet }: { $title } ({ $status })
feed-owner = Responsible: { $name }
