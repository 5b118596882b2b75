import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { api, data, send, setOnSignedOut, type Schemas } from '../api/client';
import { ApiError } from '../api/error';
import { permits, type Permission } from './permissions';

export type User = Schemas['CurrentUser'];

interface Session {
  user: User | null;
  /** What the reply to the sign-in warned of; empty if it did not, or if the user has dismissed it. */
  warning: string;
  dismissWarning: () => void;
  signIn: (username: string, password: string) => Promise<void>;
  signOut: () => Promise<void>;
  can: (permission: Permission, namespace?: string) => boolean;
}

const SessionContext = createContext<Session | null>(null);
const ME = ['me'];
const JSON_BODY = { 'content-type': 'application/json' };
const REFRESH_EVERY = 10 * 60_000;

async function currentUser(): Promise<User | null> {
  try {
    return await data(api.GET('/v1/user/me'));
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

/** Extends the session while the console is open; if that fails, the next request says that the session has ended. */
function useRefresh(active: boolean) {
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) send('POST', '/v1/user/session/refresh', '{}', JSON_BODY).catch(() => {});
    }, REFRESH_EVERY);
    return () => clearInterval(timer);
  }, [active]);
}

export function SessionProvider({ children, pending, failed }: { children: ReactNode; pending: ReactNode; failed: (error: Error, retry: () => void) => ReactNode }) {
  const client = useQueryClient();
  const { data: user, error, refetch } = useQuery({ queryKey: ME, queryFn: currentUser, staleTime: 60_000 });
  const [warning, setWarning] = useState('');
  useRefresh(Boolean(user));
  useEffect(() => setOnSignedOut(() => client.setQueryData(ME, null)), [client]);
  const session = useMemo<Session>(
    () => ({
      user: user ?? null,
      warning,
      dismissWarning: () => setWarning(''),
      signIn: async (username, password) => {
        const reply = (await send('POST', '/v1/user/session', JSON.stringify({ username, password }), JSON_BODY)) as { data?: User };
        setWarning(reply.data?.warning ?? '');
        client.removeQueries({ predicate: (query) => query.queryKey[0] !== ME[0] });
        await client.refetchQueries({ queryKey: ME });
      },
      signOut: async () => {
        await send('DELETE', '/v1/user/session');
        setWarning('');
        client.setQueryData(ME, null);
        client.removeQueries({ predicate: (query) => query.queryKey[0] !== ME[0] });
      },
      can: (permission, namespace) => permits(user?.grants ?? [], permission, namespace),
    }),
    [client, user, warning],
  );
  if (user === undefined) return error ? failed(error, () => void refetch()) : pending;
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no SessionProvider');
  return session;
}
