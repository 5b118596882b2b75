import type { Schemas } from '../api/client';

export type Permission = 'view' | 'logs' | 'change' | 'exec' | 'secrets' | 'grant' | 'plugins' | 'users' | 'audit';
export type Grant = Pick<Schemas['RoleGrant'], 'role' | 'namespace'>;

const VIEWER: Permission[] = ['view', 'logs'];
const OPERATOR: Permission[] = [...VIEWER, 'change', 'exec'];
const NAMESPACE_ADMIN: Permission[] = [...OPERATOR, 'secrets', 'grant'];

/** What each role permits, as in the service, which decides; the console only hides what would be refused. */
const ROLES: Record<string, Permission[]> = {
  viewer: VIEWER,
  operator: OPERATOR,
  'namespace-admin': NAMESPACE_ADMIN,
  admin: [...NAMESPACE_ADMIN, 'plugins', 'users', 'audit'],
  logs: ['logs'],
  exec: ['exec'],
  secrets: ['secrets'],
  plugins: ['plugins'],
};

export const ROLE_NAMES = Object.keys(ROLES);
/** Roles that can only be granted for all namespaces. */
export const GLOBAL_ROLES = ['admin', 'plugins'];

export const ALL_NAMESPACES = '*';

/** Returns whether the grants permit it in a namespace; without one, in any namespace. */
export function permits(grants: Grant[], permission: Permission, namespace?: string): boolean {
  return grants.some(
    (grant) =>
      (ROLES[grant.role] ?? []).includes(permission) &&
      (namespace === undefined || grant.namespace === ALL_NAMESPACES || grant.namespace === namespace),
  );
}
