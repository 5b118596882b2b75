import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect';
import { TextArea } from '@patternfly/react-core/dist/dynamic/components/TextArea';
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput';
import type { FieldProps } from '@rjsf/utils';
import { useState } from 'react';
import { parseDocument } from 'yaml';
import { useText } from '../i18n/text';
import { problemsAt } from './fields';
import { filePath, messagesId, problemsOf } from './Messages';
import { isYaml, type FormSchema } from './schema';
import { nameOf } from './templates';

interface Input {
  id: string;
  'aria-label': string;
  'aria-describedby': string;
  isDisabled?: boolean;
  validated: 'error' | 'default';
}

interface Properties {
  input: Input;
  schema: FormSchema;
  value: string | undefined;
  change: (value: string | undefined) => void;
}

/**
 * The text while the user edits it. An empty one removes the key, but only when the user leaves the field: until then, the key
 * keeps its place and its comments.
 */
function TextField({ input, schema, value, change }: Properties) {
  const [draft, setDraft] = useState<string>();
  const edit = (text: string) => {
    setDraft(text);
    if (text !== '') change(text);
  };
  const leave = () => {
    if (draft === '') change(undefined);
    setDraft(undefined);
  };
  return <TextInput {...input} value={draft ?? value ?? ''} placeholder={schema['x-default']} onChange={(_, text) => edit(text)} onBlur={leave} />;
}

/** A part of the file that has no fields. It is written when the user leaves it, if it is YAML. */
function YamlField({ input, value, change }: Properties) {
  const [draft, setDraft] = useState<string>();
  const text = draft ?? value ?? '';
  const isValid = parseDocument(text).errors.length === 0;
  const leave = () => {
    if (draft === undefined || !isValid) return;
    change(draft.trim() === '' ? undefined : draft);
    setDraft(undefined);
  };
  return (
    <TextArea
      {...input}
      className="console-field"
      value={text}
      rows={Math.min(12, text.split('\n').length + 1)}
      validated={isValid ? input.validated : 'error'}
      onChange={(_, next) => setDraft(next)}
      onBlur={leave}
    />
  );
}

/** One of several words. The first choice leaves the key out, so that the default of the release applies. */
function ChoiceField({ input, schema, value, change }: Properties) {
  const t = useText();
  const { enum: words = [], 'x-default': standard } = schema;
  const isUnknown = value !== undefined && value !== '' && !words.includes(value);
  return (
    <FormSelect {...input} value={value ?? ''} onChange={(_, word) => change(word === '' ? undefined : word)}>
      <FormSelectOption value="" label={standard === undefined ? t('form.notSet') : t('form.default', { value: standard })} />
      {[...words, ...(isUnknown ? [value] : [])].map((word) => <FormSelectOption key={word} value={word} label={word} />)}
    </FormSelect>
  );
}

export function StringField({ schema, formData, fieldPathId, onChange, disabled, registry }: FieldProps) {
  const form = schema as FormSchema;
  const { $id: id, path } = fieldPathId;
  const isInvalid = problemsAt(problemsOf(registry), filePath(registry, path)).some((problem) => problem.severity !== 'warning');
  const properties: Properties = {
    input: { id, 'aria-label': nameOf(path), 'aria-describedby': messagesId(id), isDisabled: disabled, validated: isInvalid ? 'error' : 'default' },
    schema: form,
    value: formData as string | undefined,
    change: (value) => onChange(value, path, undefined, id),
  };
  if (isYaml(form)) return <YamlField {...properties} />;
  return form.enum ? <ChoiceField {...properties} /> : <TextField {...properties} />;
}
