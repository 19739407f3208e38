/** Pennyfield's look: cards on a pale ground, a plum header. */
export const style = `
:root { --plum: #5b2a6e; --mint: #d9f2e6; --ink: #22202a; --line: #ddd6e3; --ground: #f7f5f9; }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 "Segoe UI", system-ui, -apple-system, Roboto, sans-serif; color: var(--ink); background: var(--ground); }
a { color: var(--plum); }
.wrap { max-width: 1180px; margin: 0 auto; padding: 0 20px; }
.masthead { background: var(--plum); color: #fff; }
.masthead .wrap { display: flex; gap: 24px; align-items: center; padding-top: 14px; padding-bottom: 14px; }
.brand { font: 700 28px/1 Georgia, serif; color: #fff; text-decoration: none; letter-spacing: -.5px; }
.brand span { color: #9fe3c4; }
.masthead form { flex: 1; display: flex; }
.masthead input { flex: 1; border: 0; border-radius: 24px 0 0 24px; padding: 11px 18px; font-size: 15px; }
.masthead button { border: 0; border-radius: 0 24px 24px 0; background: #9fe3c4; padding: 0 22px; font-weight: 600; }
.masthead .links a { color: #fff; text-decoration: none; margin-left: 16px; font-size: 15px; }
.categories { background: #fff; border-bottom: 1px solid var(--line); }
.categories a { display: inline-block; padding: 12px 16px 10px; text-decoration: none; color: var(--ink); border-bottom: 3px solid transparent; }
.categories a[aria-current] { border-color: var(--plum); font-weight: 600; }
.crumbs { font-size: 13px; color: #6d6675; padding: 16px 0 4px; }
h1 { font: 700 30px/1.2 Georgia, serif; margin: 8px 0 18px; }
.results { display: grid; grid-template-columns: repeat(auto-fill, minmax(210px, 1fr)); gap: 18px; }
.offer-card { background: #fff; border: 1px solid var(--line); border-radius: 12px; overflow: hidden; position: relative; }
.offer-card img { width: 100%; height: 220px; object-fit: cover; display: block; background: #eee; }
.offer-card .body { padding: 12px 14px 14px; }
.offer-card h2 { font-size: 16px; line-height: 1.3; margin: 0 0 6px; font-weight: 600; height: 42px; overflow: hidden; }
.offer-card h2 a { color: inherit; text-decoration: none; }
.offer-card .price { font-size: 20px; font-weight: 700; }
.offer-card .meta { font-size: 13px; color: #6d6675; margin: 4px 0 0; }
.badge { position: absolute; top: 10px; left: 10px; background: var(--mint); border-radius: 10px; padding: 2px 10px; font-size: 12px; font-weight: 600; }
.pages { display: flex; gap: 8px; justify-content: center; padding: 30px 0; }
.pages a, .pages strong { padding: 8px 14px; border: 1px solid var(--line); border-radius: 8px; background: #fff; text-decoration: none; }
.pages strong { background: var(--plum); color: #fff; }
.two { display: grid; grid-template-columns: minmax(0, 1.6fr) minmax(280px, 1fr); gap: 28px; align-items: start; }
.panel { background: #fff; border: 1px solid var(--line); border-radius: 12px; padding: 22px; margin-bottom: 20px; }
.gallery { display: grid; grid-template-columns: repeat(4, 1fr); gap: 8px; }
.gallery img { width: 100%; border-radius: 8px; display: block; }
.gallery img:first-child { grid-column: 1 / -1; max-height: 460px; object-fit: contain; background: #efeaf3; }
.ask { font-size: 34px; font-weight: 700; margin: 0; }
.listing-copy p { margin: 0 0 12px; overflow-wrap: anywhere; }
table.spec { width: 100%; border-collapse: collapse; font-size: 15px; }
table.spec th { text-align: left; font-weight: 500; color: #6d6675; width: 42%; }
table.spec th, table.spec td { padding: 8px 0; border-top: 1px solid var(--line); }
.button { display: block; text-align: center; background: var(--plum); color: #fff; border-radius: 24px; padding: 12px; text-decoration: none; font-weight: 600; margin-top: 14px; }
.notice-sold { background: #fde9d3; border: 1px solid #f2c48d; border-radius: 12px; padding: 18px 22px; font-weight: 600; margin-bottom: 18px; }
.shelf { display: grid; grid-template-columns: repeat(6, 1fr); gap: 12px; }
.shelf a { font-size: 13px; text-decoration: none; color: inherit; }
.shelf img { width: 100%; height: 120px; object-fit: cover; border-radius: 8px; }
.tips li { margin-bottom: 6px; font-size: 14px; }
.foot { background: #2c2433; color: #cfc6d6; margin-top: 40px; padding: 30px 0; font-size: 14px; }
.foot a { color: #cfc6d6; display: block; text-decoration: none; line-height: 2; }
.foot .columns { display: grid; grid-template-columns: repeat(4, 1fr); gap: 20px; }
.cookie-bar { position: fixed; bottom: 0; left: 0; right: 0; background: #fff; border-top: 1px solid var(--line); padding: 12px 20px; font-size: 14px; display: flex; gap: 14px; align-items: center; justify-content: center; }
.cookie-bar button { border: 1px solid var(--plum); background: #fff; border-radius: 18px; padding: 6px 16px; }
@media (max-width: 800px) { .two { grid-template-columns: 1fr; } .shelf { grid-template-columns: repeat(3, 1fr); } .masthead .links { display: none; } }
`;
