import type { Authority } from '../../shared/domain/notice/notice.ts';
import type { Platform } from '../../shared/platforms/declaration.ts';
import type { SiteId } from './advert.ts';

/** Where a site's desk takes notices. */
const deskPath = '/abuse-desk/notices';

/** The site as a recipient of notices: Pennyfield takes webhooks, Kramkiste reads e-mails, so that both ways can be seen. */
export function platformOf(site: SiteId, baseUrl: string): Platform {
  const place = site === 'pennyfield' ? ukPlace : germanPlace;
  return {
    ...place,
    source: site,
    platformRule: 'Stolen goods may not be offered (house rules, 3)',
    contactPoint: `${baseUrl}/abuse-desk`,
    respondWithinHours: 48,
    action: 'remove',
    ...(site === 'pennyfield'
      ? { name: 'Pennyfield (demo)', delivery: { how: 'webhook', url: `${baseUrl}${deskPath}` } }
      : { name: 'Kramkiste (demo)', delivery: { how: 'email', to: 'meldestelle@kramkiste.example' } }),
  };
}

const ukPlace = { jurisdiction: 'GB', legalRegime: 'uk-osa', provision: 'Proceeds of Crime Act 2002, ss. 327-329' } as const;
const germanPlace = { jurisdiction: 'DE', legalRegime: 'eu-dsa16', provision: 'Strafgesetzbuch, s. 259 (receiving stolen goods)' } as const;

/** In whose name the demo sends: nobody's. */
export const demoAuthority: Authority = {
  name: 'Example Police (demo)',
  unit: 'Stolen Goods Unit',
  address: '1 Station Road, Exampleton EX1 1AA',
  email: 'goods@police.example',
  phone: '+44 1632 960000',
  officerName: 'Demo Officer',
  officerId: 'PC 1',
  redress:
    'Write to goods@police.example with the number of this notice; an officer who did not decide it answers within five working days.',
};

/** Whom the demo's mails come from. They never leave the machine. */
export const demoSender = 'notices@police.example';
