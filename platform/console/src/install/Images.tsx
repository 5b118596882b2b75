import { ExpandableSection } from '@patternfly/react-core/dist/dynamic/components/ExpandableSection';
import type { Schemas } from '../api/client';
import { useText } from '../i18n/text';
import { ListTable } from '../ui/ListTable';

export function Images({ images }: { images: Schemas['ClusterImage'][] }) {
  const t = useText();
  if (images.length === 0) return null;
  return (
    <ExpandableSection toggleText={t('install.images', { n: images.length })}>
      <ListTable
        label={t('install.imageList')}
        rows={images}
        rowKey={(image) => image.registry + image.image}
        columns={[
          { title: t('install.image'), cell: (image) => <span className="console-field">{image.image}</span> },
          { title: t('install.registry'), cell: (image) => image.registry },
          { title: t('common.module'), cell: (image) => [...new Set(image.used_by.map((use) => use.module))].join(', ') },
        ]}
      />
    </ExpandableSection>
  );
}
