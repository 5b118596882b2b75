import '@patternfly/react-core/dist/styles/base.css';
import './ui/console.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { ApiError } from './api/error';
import { App } from './App';
import { TextProvider } from './i18n/text';
import { applyTheme } from './ui/theme';

applyTheme();

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal does not become another one by repetition; an unreachable service may come back.
      retry: (count, error) => count < 2 && (!(error instanceof ApiError) || error.status === 0 || error.status >= 500),
    },
  },
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <TextProvider>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </TextProvider>
    </QueryClientProvider>
  </StrictMode>,
);
