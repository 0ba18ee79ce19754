"""How the report is set on paper. The only place that knows reportlab; imported when first used."""
