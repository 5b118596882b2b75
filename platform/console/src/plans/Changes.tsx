import { ExpandableSection } from '@patternfly/react-core/dist/dynamic/components/ExpandableSection';
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label';
import type { Schemas } from '../api/client';
import { useText } from '../i18n/text';
import { ListTable } from '../ui/ListTable';
import type { ObjectChange } from './plan';

export function Fields({ fields }: { fields: Schemas['FieldDiff'][] }) {
  const t = useText();
  return (
    <ListTable
      label={t('plan.fields')}
      rows={fields}
      rowKey={(field) => field.path}
      columns={[
        { title: t('plan.field'), cell: (field) => <span className="console-field">{field.path}</span> },
        { title: t('plan.before'), cell: (field) => <del className="console-field console-removed">{field.before}</del> },
        { title: t('plan.after'), cell: (field) => <ins className="console-field console-added">{field.after}</ins> },
      ]}
    />
  );
}

function Detail({ object }: { object: ObjectChange }) {
  const t = useText();
  return (
    <>
      {object.note}
      {object.fields.length > 0 && (
        <ExpandableSection toggleText={t('plan.fieldCount', { n: object.fields.length })}>
          <Fields fields={object.fields} />
        </ExpandableSection>
      )}
    </>
  );
}

/** Objects of Kubernetes and what happens to them. */
export function Changes({ objects }: { objects: ObjectChange[] }) {
  const t = useText();
  return (
    <ListTable
      label={t('plan.objects')}
      rows={objects}
      rowKey={(object) => `${object.kind}/${object.name}`}
      columns={[
        { title: t('plan.action'), cell: (object) => <Label isCompact>{object.action}</Label> },
        { title: t('plan.object'), cell: (object) => `${object.kind}/${object.name}` },
        { title: t('common.module'), cell: (object) => object.module || '–' },
        { title: t('plan.restarts'), cell: (object) => (object.restarts ? t('common.yes') : t('common.no')) },
        { title: t('plan.detail'), cell: (object) => <Detail object={object} /> },
      ]}
    />
  );
}
