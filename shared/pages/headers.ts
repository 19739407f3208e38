/** What the browser is told about every answer: run nothing, load nothing and tell nobody but this site. */

import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const nobody = ["'none'"];
const ourselves = ["'self'"];

/**
 * Listing text is written by strangers, so nothing may run but the site's own script file, nothing may load from another host, and no address
 * that a reader follows may carry the address of the page. `data:` serves the small pictures inside the stylesheet.
 */
export function guardHeaders(formTargets: readonly string[] = []): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: nobody,
      scriptSrc: ourselves,
      styleSrc: ourselves,
      imgSrc: ["'self'", 'data:'],
      fontSrc: ourselves,
      formAction: [...ourselves, ...formTargets],
      frameAncestors: nobody,
      baseUri: nobody,
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
  });
}

/** Pages with personal data stay in no cache, not even the browser's own. */
export function keepInNoCache(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
  };
}
