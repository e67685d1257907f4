### Planen som kalender, för Outlook och andra.

feed-name = Innehållsplan
feed-name-outlet = Innehållsplan: { $outlet }
feed-summary = { $outlet }: { $title } ({ $status })
feed-owner = Ansvarig: { $name }
