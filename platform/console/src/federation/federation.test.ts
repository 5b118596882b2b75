import { describe, expect, it } from 'vitest';
import { addressText, clustersOf, membersOf, routesOf, shownMembers, worse, type Federation } from './federation';

const cluster = (uuid: string, party: string, unknown?: string) => ({
  uuid, name: `fate-${party}`, namespace: `space-${party}`, chart_name: 'fate', chart_version: 'v1.5.0', engine: 'eggroll', status: 'Running',
  party_id: unknown ? '' : party, exchange: false, network: 'training', gateways: [], ...(unknown && { unknown }),
});
const route = (from: string, to: string, state: string, finding = state) => ({
  from, to, module: 'rollsite', protocol: 'eggroll', party: '1', key: 'rollsite.partyList', addresses: [], state, finding, message: '',
});
const federation = {
  clusters: [cluster('a', '9999'), cluster('b', '10000'), cluster('c', '1', 'NO_PLUGIN')],
  outside: [
    { id: 'party/training/8888', network: 'training', party_id: '8888', address: '' },
    { id: 'exchange/training/x:1', network: 'training', party_id: '', address: 'x:1' },
  ],
  routes: [route('a', 'party/training/8888', 'UNKNOWN'), route('a', 'b', 'ONE_WAY'), route('b', 'exchange/training/x:1', 'MATCHED')],
  shared_parties: [],
} as unknown as Federation;
const members = membersOf(federation);
const all = { text: '', problems: false };

describe('members', () => {
  it('are the clusters whose routes are known, and those outside', () => {
    expect([...members.keys()]).toEqual(['a', 'b', 'party/training/8888', 'exchange/training/x:1']);
    expect(members.get('exchange/training/x:1')).toMatchObject({ exchange: true, address: 'x:1' });
  });

  it('that no shown route connects are hidden by a filter', () => {
    const filter = { text: '', problems: true };
    expect(shownMembers(members, routesOf(federation, members, filter), filter).map((member) => member.id)).toEqual(['a', 'b']);
    expect(shownMembers(members, [], all)).toHaveLength(4);
  });
});

describe('routes', () => {
  it('with problems come first', () => {
    expect(routesOf(federation, members, all).map((found) => found.state)).toEqual(['ONE_WAY', 'UNKNOWN', 'MATCHED']);
  });

  it('are filtered by problems', () => {
    expect(routesOf(federation, members, { text: '', problems: true }).map((found) => found.to)).toEqual(['b']);
  });

  it('are filtered by a text of either side', () => {
    expect(routesOf(federation, members, { text: '8888', problems: false })).toHaveLength(1);
    expect(routesOf(federation, members, { text: 'SPACE-10000', problems: false })).toHaveLength(2);
  });
});

it('clusters are filtered by a text', () => {
  expect(clustersOf(federation, 'fate-1').map((found) => found.uuid)).toEqual(['b', 'c']);
});

it('an address has port name, host and TLS', () => {
  expect(addressText({ name: 'grpc', tls: true, host: '', port: 30098 })).toBe('grpc …:30098 (TLS)');
  expect(addressText({ name: '', tls: false, host: '10.0.0.1', port: 1 })).toBe('10.0.0.1:1');
});

it('a wrong route is worse than one that is not known', () => {
  expect(worse('UNKNOWN', 'WRONG')).toBe('WRONG');
  expect(worse('MATCHED', 'UNKNOWN')).toBe('UNKNOWN');
});
