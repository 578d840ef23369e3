"""What stands between the browser and the app: headers, the page's language, the health answer; no data."""
