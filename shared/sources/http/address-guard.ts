import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A host leads to an address that no page is fetched from. The fetch is refused for good. */
export class AddressRefused extends Error {
  override name = 'AddressRefused';
}

export interface AddressGuard {
  /** Throws AddressRefused when the host is itself an address (`[::1]`, `10.0.0.7`) that may not be visited; names are judged at connect time. */
  checkHost(hostname: string): void;
  /** For `net.connect`: resolves a name and refuses it there, so that what was checked is what is connected to (DNS rebinding). */
  lookup: LookupFunction;
}

/**
 * Lets through public unicast addresses and the private networks named in CIDR form (`127.0.0.0/8`).
 * Loopback, link-local (cloud metadata at 169.254.169.254), private, carrier-grade NAT, multicast, 6to4, Teredo and NAT64 addresses
 * are not public; an IPv4 address in IPv6 clothes (`::ffff:10.0.0.1`) is judged as the IPv4 address. A name is refused when any of
 * its addresses is.
 */
export function createAddressGuard(allowedPrivateNetworks: readonly string[], resolve: typeof lookup = lookup): AddressGuard {
  const allowed = allowedPrivateNetworks.map((network) => ipaddr.parseCIDR(network));

  function mayVisit(address: string): boolean {
    const parsed = ipaddr.process(address);
    if (parsed.range() === 'unicast') return true;
    return allowed.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits));
  }

  return {
    checkHost(hostname) {
      const bare = hostname.replace(/^\[|\]$/g, '');
      if (ipaddr.isValid(bare) && !mayVisit(bare)) throw new AddressRefused(`${bare} is not a public address`);
    },
    lookup(hostname, options, callback) {
      resolve(hostname, { ...options, all: true }, (error, addresses) => {
        if (error) return callback(error, '');
        const refused = addresses.find(({ address }) => !mayVisit(address));
        if (refused) return callback(new AddressRefused(`${hostname} leads to ${refused.address}, which is not a public address`), '');
        const [first] = addresses;
        if (first === undefined) return callback(new Error(`${hostname} has no address`), '');
        return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
      });
    },
  };
}
