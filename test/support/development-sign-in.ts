/** Signs in to a console on one machine as its sign-in page does; returns the cookie. */
export async function signIn(url: string, person: string): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ person }),
    headers: { origin: url },
    redirect: 'manual',
  });
  const [cookie = ''] = answer.headers.getSetCookie();
  return cookie.slice(0, cookie.indexOf(';'));
}
