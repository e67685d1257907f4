"""Everything that touches the network: Slack's Web API and the page's Graph API."""
