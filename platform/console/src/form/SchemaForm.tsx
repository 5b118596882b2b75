import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert';
import type { IChangeEvent } from '@rjsf/core';
import Form from '@rjsf/core/lib/components/Form.js';
import { useMemo, useState } from 'react';
import type { Problem } from '../api/error';
import { useText } from '../i18n/text';
import type { Fields } from './data';
import { fieldsOf, problemsIn, sectionsOf, withSection, type Section } from './fields';
import { edit, read } from './file';
import { Group } from './Group';
import type { FormContext } from './Messages';
import { formSchema, type JsonSchema } from './schema';
import { validator } from './validator';

/** Absent keys stay absent: their defaults are shown, and not written. */
const NO_DEFAULTS = { emptyObjectFields: 'skipDefaults', arrayMinItems: { populate: 'never' }, constAsDefaults: 'never' } as const;

interface Properties {
  schema: JsonSchema;
  text: string;
  setText: (text: string) => void;
  problems: Problem[];
}

interface SectionProperties {
  section: Section;
  values: Fields;
  problems: Problem[];
  isReadOnly: boolean;
  change: (changed: Fields) => void;
}

function SectionForm({ section, values, problems, isReadOnly, change }: SectionProperties) {
  const context: FormContext = { problems, prefix: section.name === '' ? [] : [section.name] };
  return (
    <Form
      tagName="div"
      className="pf-v6-c-form"
      idPrefix={`form-${section.name}`}
      schema={section.schema}
      formData={values}
      validator={validator}
      formContext={context}
      disabled={isReadOnly}
      noValidate
      showErrorList={false}
      experimental_defaultFormStateBehavior={NO_DEFAULTS}
      onChange={({ formData }: IChangeEvent<Fields>) => change(formData ?? {})}
    >
      <></>
    </Form>
  );
}

/** The fields of the newest text that could be read: while the user types YAML, it often cannot. */
function useReading(text: string, schema: ReturnType<typeof formSchema>) {
  const reading = useMemo(() => read(text, schema), [text, schema]);
  const [last, setLast] = useState(reading);
  if (reading !== last && reading.obstacle !== 'syntax') setLast(reading);
  return { values: reading.obstacle === 'syntax' ? last.fields : reading.fields, obstacle: reading.obstacle };
}

/** A form for the keys of a cluster.yaml, made of the JSON Schema of the release. It changes the text, which is the only state. */
export default function SchemaForm({ schema: jsonSchema, text, setText, problems }: Properties) {
  const t = useText();
  const schema = useMemo(() => formSchema(jsonSchema), [jsonSchema]);
  const { values, obstacle } = useReading(text, schema);
  const change = (section: Section, changed: Fields) => {
    const next = edit(text, schema, withSection(section, values, changed));
    if (next !== text) setText(next);
  };
  return (
    <div className="console-form">
      {obstacle && <Alert isInline variant="info" title={t(obstacle === 'syntax' ? 'form.syntax' : 'form.anchor')} />}
      {sectionsOf(schema, values).map((section) => (
        <Group key={section.name} id={`section-${section.name}`} title={section.name || t('form.general')} isOpen={section.name === ''} problems={problemsIn(problems, section)}>
          <SectionForm section={section} values={fieldsOf(section, values)} problems={problems} isReadOnly={obstacle !== undefined} change={(changed) => change(section, changed)} />
        </Group>
      ))}
    </div>
  );
}
