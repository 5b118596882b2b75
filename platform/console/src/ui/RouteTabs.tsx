import { Tab, Tabs, TabTitleText } from '@patternfly/react-core/dist/dynamic/components/Tabs';
import { useNavigate } from 'react-router';

export interface RouteTab {
  name: string;
  title: string;
}

/** Tabs that are addresses: they can be linked to, and the back button works. */
export function RouteTabs({ label, base, active, tabs }: { label: string; base: string; active: string; tabs: RouteTab[] }) {
  const navigate = useNavigate();
  const path = (name: string) => `${base}/${name}`;
  return (
    <Tabs
      component="nav"
      aria-label={label}
      activeKey={active}
      onSelect={(event, name) => {
        event.preventDefault();
        void navigate(path(String(name)));
      }}
    >
      {tabs.map((tab) => (
        <Tab key={tab.name} eventKey={tab.name} href={path(tab.name)} title={<TabTitleText>{tab.title}</TabTitleText>} />
      ))}
    </Tabs>
  );
}
