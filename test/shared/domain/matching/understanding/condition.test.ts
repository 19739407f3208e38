import { describe, expect, it } from 'vitest';
import { readBatteryHealth, readNetwork, readNetworkField } from '../../../../../shared/domain/matching/understanding/condition.ts';

describe('readBatteryHealth', () => {
  it.each([
    ['Battery health 87%', 87],
    ['Battery capacity at 94%.', 94],
    ['91% BH', 91],
    ['Akku: 83 %', 83],
    ['batería al 88%', 88],
    ['kondycja baterii 91%', 91],
    ['АКБ 85%', 85],
    ['salud batería 79%', 79],
    ['max capacity 90', 90],
  ])('reads "%s"', (text, health) => {
    expect(readBatteryHealth(text)).toBe(health);
  });

  it.each(['100% genuine', 'battery lasts 2 days', 'battery 12%', '5000mAh battery', 'battery 55 hours'])(
    'reads none into "%s"',
    (text) => {
      expect(readBatteryHealth(text)).toBeUndefined();
    },
  );
});

describe('readNetwork', () => {
  it.each([
    ['Unlocked to all networks', 'unlocked'],
    ['No network lock', 'unlocked'],
    ['SIM-free', 'unlocked'],
    ['locked to Vodafone', 'vodafone'],
    ['Works with O2.', 'o2'],
    ['EE only', 'ee'],
    ['on EE', 'ee'],
    ['Simlock Telekom', 'telekom'],
    ['operador Orange', 'orange'],
    ['sieć Play', 'play'],
    ['оператор МТС', 'mts'],
    ['ohne Simlock', 'unlocked'],
    ['libre', 'unlocked'],
    ['bez simlocka', 'unlocked'],
    ['не залочен', 'unlocked'],
  ])('reads "%s" as %s', (text, network) => {
    expect(readNetwork(text)).toBe(network);
  });

  it('reads none where none is named', () => {
    expect(readNetwork('three owners, good phone')).toBeUndefined();
  });

  it('takes a field at its word', () => {
    expect(readNetworkField('Tesco Mobile')).toBe('tesco');
    expect(readNetworkField('Unlocked')).toBe('unlocked');
    expect(readNetworkField('3 UK')).toBe('three');
    expect(readNetworkField('not known')).toBeUndefined();
  });
});
