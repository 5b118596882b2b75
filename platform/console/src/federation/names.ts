import type { Key, Parameters } from '../i18n/catalogue';
import type { Member } from './federation';

/** For example "Party 9999" or "Exchange 192.168.0.1:30000". */
export function memberName(member: Member | undefined, t: (key: Key, parameters?: Parameters) => string): string {
  if (!member) return '–';
  if (!member.exchange) return t('federation.party', { id: member.partyId });
  return member.cluster ? t('federation.exchange') : t('federation.exchangeAt', { address: member.address });
}
