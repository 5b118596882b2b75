import { Alert, AlertActionCloseButton } from '@patternfly/react-core/dist/dynamic/components/Alert';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Masthead, MastheadContent, MastheadMain, MastheadToggle } from '@patternfly/react-core/dist/dynamic/components/Masthead';
import { Nav, NavItem, NavList } from '@patternfly/react-core/dist/dynamic/components/Nav';
import { Page, PageContext, PageSection, PageSidebar, PageSidebarBody, PageToggleButton } from '@patternfly/react-core/dist/dynamic/components/Page';
import { SkipToContent } from '@patternfly/react-core/dist/dynamic/components/SkipToContent';
import { useContext, type ReactNode } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import icon from '../icon.svg';
import { useText } from '../i18n/text';
import type { Key } from '../i18n/catalogue';
import { useSession } from '../session/session';
import { Preferences } from './Preferences';

/** The address of the file, which the build defines. */
declare const LICENSES: string;

const MAIN = 'main';

function usePages(): { path: string; title: Key }[] {
  const { can } = useSession();
  return [
    { path: '/clusters', title: 'clusters.title' as const, shown: can('view') },
    { path: '/federation', title: 'federation.title' as const, shown: can('view') },
    { path: '/jobs', title: 'jobs.title' as const, shown: can('view') },
    { path: '/plugins', title: 'plugins.title' as const, shown: can('view') },
    { path: '/administration', title: 'administration.title' as const, shown: true },
  ].filter((page) => page.shown);
}

/** Like the other links of the sidebar, it cannot be reached while the sidebar is closed. */
function LicenseLink() {
  const t = useText();
  const { isSidebarOpen } = useContext(PageContext);
  return <a className="console-small" href={LICENSES} tabIndex={isSidebarOpen ? undefined : -1}>{t('layout.licenses')}</a>;
}

function Sidebar() {
  const t = useText();
  const pages = usePages();
  const { pathname } = useLocation();
  return (
    <PageSidebar>
      <PageSidebarBody>
        <Nav aria-label={t('layout.navigation')}>
          <NavList>
            {pages.map((page) => (
              <NavItem key={page.path} isActive={pathname.startsWith(page.path)}>
                <NavLink to={page.path}>{t(page.title)}</NavLink>
              </NavItem>
            ))}
          </NavList>
        </Nav>
      </PageSidebarBody>
      <PageSidebarBody isFilled={false}>
        <LicenseLink />
      </PageSidebarBody>
    </PageSidebar>
  );
}

function Header() {
  const t = useText();
  const { user, signOut } = useSession();
  return (
    <Masthead>
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton isHamburgerButton aria-label={t('layout.toggle')} />
        </MastheadToggle>
        <Link to="/clusters" className="console-brand">
          <img src={icon} alt="" width="28" height="28" /> KubeFATE
        </Link>
      </MastheadMain>
      <MastheadContent>
        <div className="console-tools">
          <Preferences />
          <Button variant="plain" onClick={() => void signOut()}>{t('session.signOut', { name: user?.name ?? '' })}</Button>
        </div>
      </MastheadContent>
    </Masthead>
  );
}

/** What the administrator has to change, for example a published password: the reply to a sign-in says it. */
function Warning() {
  const t = useText();
  const { warning, dismissWarning } = useSession();
  if (!warning) return null;
  return (
    <PageSection hasBodyWrapper={false}>
      <Alert isInline variant="warning" title={t('session.warning')} actionClose={<AlertActionCloseButton aria-label={t('common.close')} onClose={dismissWarning} />}>
        {warning}
      </Alert>
    </PageSection>
  );
}

export function Layout({ children }: { children: ReactNode }) {
  const t = useText();
  return (
    <Page
      masthead={<Header />}
      sidebar={<Sidebar />}
      isManagedSidebar
      mainContainerId={MAIN}
      skipToContent={<SkipToContent href={`#${MAIN}`}>{t('layout.skip')}</SkipToContent>}
    >
      <Warning />
      {children}
    </Page>
  );
}
