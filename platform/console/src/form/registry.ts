import SchemaField from '@rjsf/core/lib/components/fields/SchemaField.js';
import { DEFAULT_ID_PREFIX, DEFAULT_ID_SEPARATOR, englishStringTranslator } from '@rjsf/utils';
import { ArrayField, ObjectField } from './CollectionField';
import { StringField } from './StringField';
import { ArrayFieldItemTemplate, ArrayFieldTemplate, FieldTemplate, ObjectFieldTemplate } from './templates';

/** What the templates of the console show themselves. */
const Nothing = () => null;

/**
 * The theme of the form. It takes the place of the library's own registry, whose widgets and templates the console does not show, and
 * which are half of the library.
 */
export default function getDefaultRegistry() {
  return {
    fields: { SchemaField, ArrayField, ObjectField, StringField },
    templates: {
      ArrayFieldItemTemplate,
      ArrayFieldTemplate,
      FieldTemplate,
      ObjectFieldTemplate,
      DescriptionFieldTemplate: Nothing,
      ErrorListTemplate: Nothing,
      FieldErrorTemplate: Nothing,
      FieldHelpTemplate: Nothing,
      ButtonTemplates: { SubmitButton: Nothing },
    },
    widgets: {},
    rootSchema: {},
    formContext: {},
    translateString: englishStringTranslator,
    globalFormOptions: { idPrefix: DEFAULT_ID_PREFIX, idSeparator: DEFAULT_ID_SEPARATOR, useFallbackUiForUnsupportedType: false },
  };
}
