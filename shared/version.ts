/** The version that the User-Agent and evidence name; a test holds it equal to that of package.json. */
export const version = '0.1.0';
