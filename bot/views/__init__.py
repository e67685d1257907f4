"""Block Kit: pure functions from domain values to what Slack shows. All words come from locales."""
