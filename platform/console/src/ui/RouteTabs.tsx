import { Nav, NavItem, NavList } from '@patternfly/react-core/dist/dynamic/components/Nav';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { NavLink } from 'react-router';

export interface RouteTab {
  name: string;
  title: string;
}

/** Tabs that are addresses: they can be linked to, and the back button works. */
export function RouteTabs({ label, base, active, tabs }: { label: string; base: string; active: string; tabs: RouteTab[] }) {
  return (
    <PageSection type="subnav" hasBodyWrapper={false}>
    <Nav variant="horizontal-subnav" aria-label={label}>
      <NavList>
        {tabs.map((tab) => (
          <NavItem key={tab.name} isActive={tab.name === active}>
            <NavLink to={`${base}/${tab.name}`} aria-current={tab.name === active ? 'page' : undefined}>{tab.title}</NavLink>
          </NavItem>
        ))}
      </NavList>
    </Nav>
    </PageSection>
  );
}
