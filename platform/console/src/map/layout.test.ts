import { describe, expect, it } from 'vitest';
import type { FederationRoute, Member } from '../federation/federation';
import { connectionsOf, HEIGHT, placesOf, WIDTH } from './layout';

const route = (from: string, to: string, state = 'MATCHED') => ({ from, to, state }) as FederationRoute;
const member = (id: string): Member => ({ id, partyId: id, address: '', exchange: false });

describe('connections', () => {
  it('join both directions and all modules', () => {
    const connections = connectionsOf([route('a', 'b'), route('b', 'a'), route('a', 'b')]);
    expect(connections).toHaveLength(1);
    expect(connections[0]).toMatchObject({ from: 'a', to: 'b', both: true, state: 'MATCHED' });
  });

  it('have the worst state of their routes', () => {
    expect(connectionsOf([route('a', 'b'), route('a', 'b', 'WRONG')])[0]!.state).toBe('WRONG');
  });

  it('in one direction have one arrow', () => {
    expect(connectionsOf([route('a', 'b', 'ONE_WAY')])[0]!.both).toBe(false);
  });
});

describe('places', () => {
  it('do not overlap', () => {
    const members = ['a', 'b', 'c', 'd'].map(member);
    const places = placesOf(members, connectionsOf([route('a', 'b'), route('a', 'c'), route('b', 'c')]));
    for (const one of places) {
      for (const other of places.filter((place) => place !== one)) {
        expect(Math.abs(one.x - other.x) >= WIDTH || Math.abs(one.y - other.y) >= HEIGHT).toBe(true);
      }
    }
  });

  it('ignore connections to members that are not shown', () => {
    expect(placesOf([member('a')], connectionsOf([route('a', 'b')]))).toHaveLength(1);
  });
});
