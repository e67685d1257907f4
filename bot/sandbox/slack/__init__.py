"""The Slack half of the sandbox: Web API, Socket Mode, events, interactions and what they enforce."""
