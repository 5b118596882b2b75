import { api, data, type Schemas } from '../api/client';
import type { Key } from '../i18n/catalogue';

export type Federation = Schemas['Federation'];
export type FederationCluster = Schemas['FederationCluster'];
export type FederationRoute = Schemas['FederationRoute'];
export type FederationAddress = Schemas['FederationAddress'];

/** A party or an exchange: a cluster, or one that only routes name. */
export interface Member {
  id: string;
  partyId: string;
  /** Host and port of an exchange that no cluster is. */
  address: string;
  exchange: boolean;
  cluster?: FederationCluster;
}

export interface Filter {
  text: string;
  problems: boolean;
}

export const loadFederation = () => data(api.GET('/v1/federation'));

/** The members in the order of the reply: clusters whose routes are known, then those outside. */
export function membersOf(federation: Federation): Map<string, Member> {
  const members = new Map<string, Member>();
  for (const cluster of federation.clusters) {
    if (!cluster.unknown) members.set(cluster.uuid, { id: cluster.uuid, partyId: cluster.party_id, address: '', exchange: cluster.exchange, cluster });
  }
  for (const outside of federation.outside) {
    members.set(outside.id, { id: outside.id, partyId: outside.party_id, address: outside.address, exchange: outside.party_id === '' });
  }
  return members;
}

export const isProblem = (route: FederationRoute) => route.state === 'ONE_WAY' || route.state === 'WRONG';

const ORDER = ['WRONG', 'ONE_WAY', 'UNKNOWN', 'MATCHED'];

/** The worse of two states. */
export const worse = (one: string, other: string) => (ORDER.indexOf(one) <= ORDER.indexOf(other) ? one : other);

function words(member: Member | undefined): string {
  return member ? [member.partyId, member.address, member.cluster?.name, member.cluster?.namespace, member.cluster?.chart_version].join(' ').toLowerCase() : '';
}

/** The routes that a filter selects, those with problems first. A text is a part of the name, namespace, party or address of either side. */
export function routesOf(federation: Federation, members: Map<string, Member>, filter: Filter): FederationRoute[] {
  const text = filter.text.trim().toLowerCase();
  const found = federation.routes.filter(
    (route) =>
      (!filter.problems || isProblem(route)) &&
      (text === '' || words(members.get(route.from)).includes(text) || words(members.get(route.to)).includes(text)),
  );
  return found.sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
}

/** The clusters that a text selects. */
export function clustersOf(federation: Federation, text: string): FederationCluster[] {
  const part = text.trim().toLowerCase();
  return federation.clusters.filter((cluster) => [cluster.party_id, cluster.name, cluster.namespace, cluster.chart_version].join(' ').toLowerCase().includes(part));
}

/** The members that the routes connect, and without a filter also those without routes. */
export function shownMembers(members: Map<string, Member>, routes: FederationRoute[], filter: Filter): Member[] {
  const connected = new Set(routes.flatMap((route) => [route.from, route.to, ...(route.via ? [route.via] : [])]));
  const all = filter.text.trim() === '' && !filter.problems;
  return [...members.values()].filter((member) => all || connected.has(member.id));
}

/** For example {@code grpc 10.0.0.1:30098 (TLS)}; "…" is a host that nobody names. */
export function addressText(address: FederationAddress): string {
  return `${address.name ? `${address.name} ` : ''}${address.host || '…'}:${address.port}${address.tls ? ' (TLS)' : ''}`;
}

export const findingKey = (route: FederationRoute) => `federation.finding.${route.finding}` as Key;

/** The message that says what to change, by what is wrong. */
export function remedyKey(route: FederationRoute): Key {
  if (route.finding === 'WRONG_ADDRESS') return 'federation.correct';
  return route.finding === 'TLS_ON_ONE_SIDE' ? 'federation.tls' : 'federation.add';
}
