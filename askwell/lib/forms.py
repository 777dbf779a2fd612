"""How every form looks: label, help, error by the field, one summary above that takes focus."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Our own templates for a field and for the errors of a form."""

    form_template_name = "_components/form.html"
    field_template_name = "_components/field.html"
