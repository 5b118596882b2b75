import { Breadcrumb, BreadcrumbItem } from '@patternfly/react-core/dist/dynamic/components/Breadcrumb';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';

interface Properties {
  title: string;
  parent?: { title: string; path: string };
  status?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

/** The heading of a page, which is the title of the window too. */
export function PageHeader({ title, parent, status, actions, children }: Properties) {
  useEffect(() => {
    document.title = `${title} – KubeFATE`;
  }, [title]);
  return (
    <PageSection hasBodyWrapper={false}>
      {parent && (
        <Breadcrumb>
          <BreadcrumbItem render={({ className }) => <Link className={className} to={parent.path}>{parent.title}</Link>} />
          <BreadcrumbItem isActive>{title}</BreadcrumbItem>
        </Breadcrumb>
      )}
      <div className="console-heading">
        <Title headingLevel="h1">{title}</Title>
        {status}
        <div className="console-actions">{actions}</div>
      </div>
      {children}
    </PageSection>
  );
}
