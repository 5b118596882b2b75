import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { ClusterListPage } from './clusters/ClusterListPage';
import { SessionProvider, useSession } from './session/session';
import { SignInPage } from './session/SignInPage';
import { ErrorBoundary } from './ui/ErrorBoundary';
import { Layout } from './ui/Layout';
import { NotFoundPage } from './ui/NotFoundPage';
import { Failure, Loading } from './ui/states';

const ClusterPage = lazy(() => import('./clusters/ClusterPage'));
const InstallPage = lazy(() => import('./install/InstallPage'));
const UpdatePage = lazy(() => import('./install/UpdatePage'));
const FederationPage = lazy(() => import('./federation/FederationPage'));
const JobListPage = lazy(() => import('./jobs/JobListPage'));
const JobPage = lazy(() => import('./jobs/JobPage'));
const PluginListPage = lazy(() => import('./plugins/PluginListPage'));
const AdministrationPage = lazy(() => import('./administration/AdministrationPage'));

function Pages() {
  const { user } = useSession();
  const location = useLocation();
  if (!user) return <SignInPage />;
  return (
    <Layout>
      <ErrorBoundary key={location.pathname}>
        <Suspense fallback={<Loading />}>
          <Routes>
            <Route path="/" element={<Navigate to="/clusters" replace />} />
            <Route path="/clusters" element={<ClusterListPage />} />
            <Route path="/clusters/new" element={<InstallPage />} />
            <Route path="/clusters/:uuid/update" element={<UpdatePage />} />
            <Route path="/clusters/:uuid/:tab?" element={<ClusterPage />} />
            <Route path="/federation" element={<FederationPage />} />
            <Route path="/jobs" element={<JobListPage />} />
            <Route path="/jobs/:uuid" element={<JobPage />} />
            <Route path="/plugins" element={<PluginListPage />} />
            <Route path="/administration/:tab?" element={<AdministrationPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </Layout>
  );
}

export function App() {
  return (
    <SessionProvider pending={<Loading />} failed={(error, retry) => <Failure error={error} retry={retry} />}>
      <Pages />
    </SessionProvider>
  );
}
