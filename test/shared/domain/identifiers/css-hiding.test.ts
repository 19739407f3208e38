import { describe, expect, it } from 'vitest';
import { inlineStyling, StyleSheets } from '../../../../shared/domain/identifiers/css-hiding.ts';

const hides = { hides: true, turns: false };
const turns = { hides: false, turns: true };
const plain = { hides: false, turns: false };

describe('an inline style', () => {
  it.each([
    'display:none',
    'color:red; DISPLAY : none !important',
    'visibility: collapse',
    'font-size:0',
    'opacity: 0;',
    'position:absolute;left:-9999px',
    'margin-left: -5000em',
    'clip: rect( 0, 0, 0, 0)',
    '-webkit-clip-path:inset(50%)',
    'width:1px;height:0',
    'transform:scale(0)',
    'content-visibility:hidden',
  ])('%s hides', (style) => expect(inlineStyling(style)).toEqual(hides));

  it.each(['border:none', 'font-size:0.9em', 'opacity:0.5', 'margin:0', 'left:-5px', 'line-width:0', 'overflow:hidden', ''])(
    '%s does not hide',
    (style) => expect(inlineStyling(style)).toEqual(plain),
  );

  it('turns text round only where an override and a direction meet', () => {
    expect(inlineStyling('direction: rtl; unicode-bidi: bidi-override')).toEqual(turns);
    expect(inlineStyling('unicode-bidi: bidi-override')).toEqual(plain);
    expect(inlineStyling('direction: rtl')).toEqual(plain);
  });
});

describe('a style sheet', () => {
  it('hides by class and by id, alone or in a list', () => {
    const styles = sheet('@charset "x"; .a, span.b { color: red; display:none } #c{opacity:0} /* d */ .d{font-size:0}');
    for (const classes of ['a', 'wide b', 'd']) expect(styles.ofClasses(classes)).toEqual(hides);
    expect(styles.ofId('c')).toEqual(hides);
    expect(styles.ofClasses('c wide')).toEqual(plain);
  });

  it('takes the innermost block of a media query', () => {
    const styles = sheet('@media print { .a { color: red } .b { display: none } } .c { color: blue } @media screen{.d{display:none}}');
    expect(['a', 'b', 'c', 'd'].filter((name) => styles.ofClasses(name).hides)).toEqual(['b', 'd']);
  });

  it('learns all a block does from whichever declaration comes first', () => {
    expect(sheet('.a{display:none;unicode-bidi:bidi-override;direction:rtl;left:-999px}').ofClasses('a')).toEqual({
      hides: true,
      turns: true,
    });
  });

  it('counts from where it stands on', () => {
    const styles = new StyleSheets();
    expect(styles.ofClasses('a')).toEqual(plain);
    styles.read('.b{display:none}');
    expect(styles.ofClasses('a')).toEqual(plain);
    styles.read('.a{display:none}');
    expect(styles.ofClasses('a')).toEqual(hides);
  });

  it.each(['{{{', '}}}', '.a{display:none', '.a{}display:none', ':none:none:none', '.a{display:none}}.b{display:none}'])(
    'may be broken: %s',
    (css) => expect(() => sheet(css)).not.toThrow(),
  );
});

function sheet(css: string): StyleSheets {
  const styles = new StyleSheets();
  styles.read(css);
  return styles;
}
