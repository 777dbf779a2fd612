"""The four kinds of question; every question, note and finding has one. No Django."""

FIELD = "field"
REQUIREMENTS = "requirements"
TERMS = "terms"
PEOPLE = "people"

THEMES = {
    FIELD: "Field and company",
    REQUIREMENTS: "Requirements",
    TERMS: "Terms",
    PEOPLE: "People and next steps",
}
CHOICES = tuple(THEMES.items())
