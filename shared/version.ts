/** The version that the User-Agent and evidence name; a test holds it equal to that of package.json. */
export const version = '0.1.0';

/** The library that writes evidence archives; held equal to that of package.json like the above. */
export const warcioVersion = '2.4.11';
