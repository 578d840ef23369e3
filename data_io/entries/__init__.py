"""What people type on a screen: kept as a draft, checked, and made an import a sitting."""
