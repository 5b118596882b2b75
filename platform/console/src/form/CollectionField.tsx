import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox';
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput';
import PlainArrayField from '@rjsf/core/lib/components/fields/ArrayField.js';
import PlainObjectField from '@rjsf/core/lib/components/fields/ObjectField.js';
import { toFieldPathId, type FieldProps } from '@rjsf/utils';
import { useState } from 'react';
import { useText } from '../i18n/text';
import { emptyOf, type Fields } from './data';
import { KeyButtons } from './KeyButtons';
import { isSelection, type FormSchema } from './schema';
import { nameOf, Nested } from './templates';

const List = PlainArrayField as React.ComponentType<FieldProps>;

/** Words of a list, each of which is in the file or not. The file keeps their order. */
function SelectionField({ schema, formData, fieldPathId, onChange, disabled }: FieldProps) {
  const words = (schema as FormSchema).items?.enum ?? [];
  const chosen = (formData as string[] | undefined) ?? [];
  const { $id: id, path } = fieldPathId;
  const choose = (word: string, isChosen: boolean) => onChange(isChosen ? [...chosen, word] : chosen.filter((one) => one !== word), path, undefined, id);
  return (
    <div className="console-choices">
      {words.map((word) => (
        <Checkbox key={word} id={`${id}-${word}`} label={word} isChecked={chosen.includes(word)} isDisabled={disabled} onChange={(_, isChosen) => choose(word, isChosen)} />
      ))}
    </div>
  );
}

export function ArrayField(properties: FieldProps) {
  return isSelection(properties.schema as FormSchema) ? <SelectionField {...properties} /> : <List {...properties} />;
}

function NewKey({ id, name, isDisabled, add }: { id: string; name: string; isDisabled?: boolean; add: (key: string) => void }) {
  const t = useText();
  const [key, setKey] = useState('');
  const submit = () => {
    if (key.trim() === '') return;
    add(key.trim());
    setKey('');
  };
  return (
    <div className="console-element">
      <TextInput
        id={`${id}-key`}
        aria-label={t('form.newKey', { name })}
        placeholder={t('form.key')}
        value={key}
        isDisabled={isDisabled}
        onChange={(_, text) => setKey(text)}
        onKeyDown={(event) => event.key === 'Enter' && submit()}
      />
      <Button variant="secondary" size="sm" isDisabled={isDisabled || key.trim() === ''} onClick={submit} aria-label={t('form.addTo', { name })}>{t('form.add')}</Button>
    </div>
  );
}

/** A map whose keys the user chooses. */
function MapField({ schema, formData, fieldPathId, onChange, disabled, registry, ...others }: FieldProps) {
  const form = schema as FormSchema;
  const fields = (formData as Fields | undefined) ?? {};
  const { SchemaField } = registry.fields as Record<'SchemaField', React.ComponentType<FieldProps>>;
  const named = Object.entries(form.properties ?? {});
  const keys = Object.keys(fields).filter((key) => !(key in (form.properties ?? {})));
  const [renamed, setRenamed] = useState<string>();
  const takenNames = [...keys, ...named.flatMap(([key, property]) => [key, ...property['x-former-names']])];
  const replace = (next: Fields) => onChange(next, fieldPathId.path, undefined, fieldPathId.$id);
  const rename = (key: string, name: string) => {
    setRenamed(name);
    replace({ ...fields, [key]: undefined, [name]: fields[key] });
  };
  const member = (key: string, memberSchema: FormSchema) => {
    const memberId = toFieldPathId(key, registry.globalFormOptions, fieldPathId);
    const isOther = memberSchema === form['x-others'];
    // An empty value of a chosen key is written, because without it the key would disappear.
    const change: FieldProps['onChange'] = (value, path, ...rest) => onChange(value === undefined && isOther && path.length === memberId.path.length ? '' : value, path, ...rest);
    return <SchemaField {...others} name={key} schema={memberSchema} formData={fields[key]} fieldPathId={memberId} onChange={change} disabled={disabled} registry={registry} />;
  };
  return (
    <Nested fieldPathId={fieldPathId} schema={form} data={fields} registry={registry}>
      {named.map(([key, property]) => <div key={key}>{member(key, property)}</div>)}
      {keys.map((key) => (
        <div key={key} className="console-element">
          <div>{member(key, form['x-others']!)}</div>
          <KeyButtons
            id={`${fieldPathId.$id}-${key}`}
            name={key}
            isDisabled={disabled}
            isNew={key === renamed}
            isTaken={(name) => takenNames.includes(name)}
            rename={(name) => rename(key, name)}
            remove={() => replace({ ...fields, [key]: undefined })}
          />
        </div>
      ))}
      <NewKey id={fieldPathId.$id} name={nameOf(fieldPathId.path)} isDisabled={disabled} add={(key) => replace({ ...fields, [key]: fields[key] ?? emptyOf(form['x-others']!) })} />
    </Nested>
  );
}

export function ObjectField(properties: FieldProps) {
  return (properties.schema as FormSchema)['x-others'] ? <MapField {...properties} /> : <PlainObjectField {...properties} />;
}
