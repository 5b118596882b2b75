import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form';
import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps, FieldPathId, FieldTemplateProps, ObjectFieldTemplateProps, Registry } from '@rjsf/utils';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text';
import { isNothing, type Data } from './data';
import { problemsBelow } from './fields';
import { Group } from './Group';
import { filePath, Messages, problemsOf } from './Messages';
import { MoveButtons } from './MoveButtons';
import { isSelection, type FormSchema } from './schema';

/** The key of a field; an element of a list has the key of the list and its number. */
export function nameOf(path: (string | number)[]): string {
  const last = path.at(-1);
  return typeof last === 'number' ? `${nameOf(path.slice(0, -1))} ${last + 1}` : String(last ?? '');
}

/** A map or a list in a group of its own, with its name, description and problems. */
export function Nested({ fieldPathId, schema, data, registry, children }: { fieldPathId: FieldPathId; schema: FormSchema; data: Data; registry: Registry; children: ReactNode }) {
  const messages = <Messages id={fieldPathId.$id} description={schema.description} path={fieldPathId.path} registry={registry} />;
  if (fieldPathId.path.length === 0) return <>{messages}{children}</>;
  const problems = problemsBelow(problemsOf(registry), filePath(registry, fieldPathId.path));
  const isElement = typeof fieldPathId.path.at(-1) === 'number';
  return (
    <Group id={fieldPathId.$id} title={nameOf(fieldPathId.path)} isOpen={isElement || !isNothing(data)} problems={problems}>
      {messages}
      {children}
    </Group>
  );
}

/** A label, the field, and its messages; maps and lists bring their own. */
export function FieldTemplate({ id, children, schema, fieldPathId, required, registry }: FieldTemplateProps) {
  const form = schema as FormSchema;
  if (form.type === 'object' || (form.type === 'array' && !isSelection(form))) return children;
  const isGroup = isSelection(form);
  return (
    <FormGroup label={nameOf(fieldPathId.path)} isRequired={required} fieldId={id} role={isGroup ? 'group' : undefined}>
      {children}
      <Messages id={id} description={form.description} path={fieldPathId.path} registry={registry} />
    </FormGroup>
  );
}

export function ObjectFieldTemplate({ fieldPathId, schema, formData, properties, registry }: ObjectFieldTemplateProps) {
  return (
    <Nested fieldPathId={fieldPathId} schema={schema as FormSchema} data={formData as Data} registry={registry}>
      {properties.map((property) => property.content)}
    </Nested>
  );
}

export function ArrayFieldTemplate({ fieldPathId, schema, formData, items, onAddClick, disabled, registry }: ArrayFieldTemplateProps) {
  const t = useText();
  return (
    <Nested fieldPathId={fieldPathId} schema={schema as FormSchema} data={formData as Data} registry={registry}>
      {items}
      <Button variant="secondary" size="sm" isDisabled={disabled} onClick={onAddClick} aria-label={t('form.addTo', { name: nameOf(fieldPathId.path) })}>
        {t('form.add')}
      </Button>
    </Nested>
  );
}

export function ArrayFieldItemTemplate({ children, buttonsProps, index }: ArrayFieldItemTemplateProps) {
  const t = useText();
  const name = nameOf(buttonsProps.fieldPathId.path);
  return (
    <div className="console-element">
      <div>{children}</div>
      <MoveButtons
        name={name}
        index={index}
        isDisabled={buttonsProps.disabled}
        up={buttonsProps.hasMoveUp ? buttonsProps.onMoveUpItem : undefined}
        down={buttonsProps.hasMoveDown ? buttonsProps.onMoveDownItem : undefined}
      />
      <Button variant="secondary" size="sm" isDisabled={buttonsProps.disabled} onClick={buttonsProps.onRemoveItem} aria-label={t('form.removeFrom', { name })}>
        {t('common.remove')}
      </Button>
    </div>
  );
}
