import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form';
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { randomKey } from '../api/key';
import { release } from '../clusters/clusters';
import { useText } from '../i18n/text';
import { PageHeader } from '../ui/PageHeader';
import { Empty, Result } from '../ui/states';
import { install, type Chart } from './requests';
import { SpecForm } from './SpecForm';
import { useCharts } from './useSchema';

const nameOf = (chart: Chart) => release({ chart_name: chart.name, chart_version: chart.version, engine: chart.engine || '–' });

function NewFile({ initial }: { initial: string }) {
  const t = useText();
  const [text, setText] = useState(initial);
  const [key] = useState(randomKey);
  return <SpecForm text={text} setText={setText} action={t('install.action')} submit={(_, consent) => install(text, consent, key)} />;
}

function Releases({ charts }: { charts: Chart[] }) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const chart = charts.find(({ uuid }) => uuid === search.get('release'));
  return (
    <div className="console-stack">
      <Form>
        <FormGroup label={t('install.release')} fieldId="release">
          <FormSelect id="release" value={chart?.uuid ?? ''} onChange={(_, uuid) => setSearch({ release: uuid })}>
            <FormSelectOption value="" label={t('install.choose')} isDisabled />
            {charts.map((one) => <FormSelectOption key={one.uuid} value={one.uuid} label={nameOf(one)} />)}
          </FormSelect>
        </FormGroup>
      </Form>
      {chart ? <NewFile key={chart.uuid} initial={chart.values} /> : <Empty title={t('install.chooseFirst')}>{t('install.chooseBody')}</Empty>}
    </div>
  );
}

export default function InstallPage() {
  const t = useText();
  const charts = useCharts();
  return (
    <>
      <PageHeader title={t('install.action')} parent={{ title: t('clusters.title'), path: '/clusters' }} />
      <PageSection hasBodyWrapper={false}>
        <Result query={charts}>
          {(list) => (list.length === 0 ? <Empty title={t('install.noReleases')}>{t('install.noReleasesBody')}</Empty> : <Releases charts={list} />)}
        </Result>
      </PageSection>
    </>
  );
}
