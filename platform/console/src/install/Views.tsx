import { Tab, Tabs, TabTitleText } from '@patternfly/react-core/dist/dynamic/components/Tabs';
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { useText } from '../i18n/text';

const WIDE = '(min-width: 75rem)';

function watch(listener: () => void) {
  const query = matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

const useIsWide = () => useSyncExternalStore(watch, () => matchMedia(WIDE).matches);

type View = 'form' | 'yaml';

interface Properties {
  form: ReactNode;
  yaml: ReactNode;
  /** Which view a narrow screen shows, for example because the cursor goes to a line. */
  view: View;
  setView: (view: View) => void;
}

/** The form beside the YAML, or on narrow screens one of them. Both stay mounted, with their cursors and open groups. */
export function Views({ form, yaml, view, setView }: Properties) {
  const t = useText();
  const isWide = useIsWide();
  const panel = (name: View, title: string, content: ReactNode) => (
    <section id={`view-${name}`} aria-label={title} hidden={!isWide && view !== name}>
      {content}
    </section>
  );
  return (
    <>
      {!isWide && (
        <Tabs aria-label={t('form.views')} activeKey={view} onSelect={(_, name) => setView(name as View)}>
          <Tab eventKey="form" title={<TabTitleText>{t('form.title')}</TabTitleText>} tabContentId="view-form" />
          <Tab eventKey="yaml" title={<TabTitleText>{t('form.yaml')}</TabTitleText>} tabContentId="view-yaml" />
        </Tabs>
      )}
      <div className="console-views">
        {panel('form', t('form.title'), form)}
        {panel('yaml', t('form.yaml'), yaml)}
      </div>
    </>
  );
}

export function useView() {
  return useState<View>('form');
}
