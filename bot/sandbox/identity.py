"""The fixed names, ids and tokens of the sandbox; none of them is a secret."""

TEAM = "T0LUCKA"
TEAM_DOMAIN = "lucka-sandbox"
APP = "A0LUCKA"
BOT_USER = "U0LUCKA"
BOT = "B0LUCKA"
SLACKBOT = "USLACKBOT"

BOT_TOKEN = "xoxb-sandbox-bot-token"  # noqa: S105 -- opens nothing but this sandbox
APP_TOKEN = "xapp-sandbox-app-token"  # noqa: S105
SIGNING_SECRET = "sandbox-signing-secret"  # noqa: S105
VERIFICATION_TOKEN = "sandbox-verification-token"  # noqa: S105

PLAN_CHANNEL = "C0PLAN"
COMMENTS_CHANNEL = "C0KOMMENT"
GENERAL_CHANNEL = "C0ALLMANT"

PAGE = "100200300400500"
PAGE_TOKEN = "sandbox-page-token"  # noqa: S105
PAGE_APP_SECRET = "sandbox-app-secret"  # noqa: S105

OUTLOOK_SECRET = "sandbox-outlook-calendar"  # noqa: S105
