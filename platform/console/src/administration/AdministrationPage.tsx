import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { useParams } from 'react-router';
import { useText } from '../i18n/text';
import { useSession } from '../session/session';
import { PageHeader } from '../ui/PageHeader';
import { RouteTabs } from '../ui/RouteTabs';
import { AuditTab } from './AuditTab';
import { RoleTab } from './RoleTab';
import { TokenTab } from './TokenTab';
import { UserTab } from './UserTab';

const TABS = {
  users: { title: 'administration.users', permission: 'users', Content: UserTab },
  roles: { title: 'administration.roles', permission: 'grant', Content: RoleTab },
  tokens: { title: 'administration.tokens', permission: undefined, Content: TokenTab },
  audit: { title: 'administration.audit', permission: 'audit', Content: AuditTab },
} as const;
type TabName = keyof typeof TABS;

export default function AdministrationPage() {
  const t = useText();
  const { can } = useSession();
  const { tab } = useParams();
  const names = (Object.keys(TABS) as TabName[]).filter((name) => {
    const { permission } = TABS[name];
    return permission === undefined || can(permission);
  });
  const active = names.find((name) => name === tab) ?? names[0]!;
  const { Content } = TABS[active];
  return (
    <>
      <PageHeader title={t('administration.title')} />
      <RouteTabs label={t('administration.title')} base="/administration" active={active} tabs={names.map((name) => ({ name, title: t(TABS[name].title) }))} />
      <PageSection hasBodyWrapper={false}>
        <Content key={active} />
      </PageSection>
    </>
  );
}
