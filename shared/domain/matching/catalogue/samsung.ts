/** One model a line: `name | model numbers`. The letters after the number name the region (SM-S911B, SM-S911U) and are left out. */
export const samsung = `
Galaxy S7 | SM-G930
Galaxy S7 edge | SM-G935
Galaxy S8 | SM-G950
Galaxy S8+ | SM-G955
Galaxy S9 | SM-G960
Galaxy S9+ | SM-G965
Galaxy S10e | SM-G970
Galaxy S10 | SM-G973 SM-G977
Galaxy S10+ | SM-G975
Galaxy S10 Lite | SM-G770
Galaxy S20 | SM-G980 SM-G981
Galaxy S20+ | SM-G985 SM-G986
Galaxy S20 Ultra | SM-G988
Galaxy S20 FE | SM-G780 SM-G781
Galaxy S21 | SM-G991
Galaxy S21+ | SM-G996
Galaxy S21 Ultra | SM-G998
Galaxy S21 FE | SM-G990
Galaxy S22 | SM-S901
Galaxy S22+ | SM-S906
Galaxy S22 Ultra | SM-S908
Galaxy S23 | SM-S911
Galaxy S23+ | SM-S916
Galaxy S23 Ultra | SM-S918
Galaxy S23 FE | SM-S711
Galaxy S24 | SM-S921
Galaxy S24+ | SM-S926
Galaxy S24 Ultra | SM-S928
Galaxy S24 FE | SM-S721
Galaxy S25 | SM-S931
Galaxy S25+ | SM-S936
Galaxy S25 Ultra | SM-S938
Galaxy S25 Edge | SM-S937
Galaxy S25 FE | SM-S731
Galaxy S26 |
Galaxy S26+ |
Galaxy S26 Ultra |
Galaxy Note 8 | SM-N950
Galaxy Note 9 | SM-N960
Galaxy Note 10 | SM-N970 SM-N971
Galaxy Note 10+ | SM-N975 SM-N976
Galaxy Note 10 Lite | SM-N770
Galaxy Note 20 | SM-N980 SM-N981
Galaxy Note 20 Ultra | SM-N985 SM-N986
Galaxy Z Flip | SM-F700 SM-F707
Galaxy Z Flip3 | SM-F711
Galaxy Z Flip4 | SM-F721
Galaxy Z Flip5 | SM-F731
Galaxy Z Flip6 | SM-F741
Galaxy Z Flip7 | SM-F766
Galaxy Z Fold | SM-F900
Galaxy Z Fold2 | SM-F916
Galaxy Z Fold3 | SM-F926
Galaxy Z Fold4 | SM-F936
Galaxy Z Fold5 | SM-F946
Galaxy Z Fold6 | SM-F956
Galaxy Z Fold7 | SM-F966
Galaxy A3 | SM-A320
Galaxy A5 | SM-A520
Galaxy A6 | SM-A600
Galaxy A7 | SM-A750
Galaxy A8 | SM-A530
Galaxy A02s | SM-A025
Galaxy A03 | SM-A035
Galaxy A03s | SM-A037
Galaxy A04 | SM-A045
Galaxy A04s | SM-A047
Galaxy A05 | SM-A055
Galaxy A05s | SM-A057
Galaxy A06 | SM-A065
Galaxy A10 | SM-A105
Galaxy A12 | SM-A125 SM-A127
Galaxy A13 | SM-A135 SM-A136 SM-A137
Galaxy A14 | SM-A145 SM-A146
Galaxy A15 | SM-A155 SM-A156
Galaxy A16 | SM-A165 SM-A166
Galaxy A17 |
Galaxy A20e | SM-A202
Galaxy A20 | SM-A205
Galaxy A21s | SM-A217
Galaxy A22 | SM-A225 SM-A226
Galaxy A23 | SM-A235 SM-A236
Galaxy A24 | SM-A245
Galaxy A25 | SM-A256
Galaxy A26 | SM-A266
Galaxy A30 | SM-A305
Galaxy A30s | SM-A307
Galaxy A31 | SM-A315
Galaxy A32 | SM-A325 SM-A326
Galaxy A33 | SM-A336
Galaxy A34 | SM-A346
Galaxy A35 | SM-A356
Galaxy A36 | SM-A366
Galaxy A40 | SM-A405
Galaxy A41 | SM-A415
Galaxy A42 | SM-A426
Galaxy A50 | SM-A505
Galaxy A51 | SM-A515 SM-A516
Galaxy A52 | SM-A525 SM-A526
Galaxy A52s | SM-A528
Galaxy A53 | SM-A536
Galaxy A54 | SM-A546
Galaxy A55 | SM-A556
Galaxy A56 | SM-A566
Galaxy A70 | SM-A705
Galaxy A71 | SM-A715 SM-A716
Galaxy A72 | SM-A725
Galaxy A73 | SM-A736
Galaxy A80 | SM-A805
Galaxy J3 | SM-J320 SM-J330
Galaxy J5 | SM-J510 SM-J530
Galaxy J6 | SM-J600
Galaxy M12 | SM-M127
Galaxy M13 | SM-M135 SM-M136
Galaxy M14 | SM-M146
Galaxy M15 | SM-M156
Galaxy M31 | SM-M315
Galaxy M32 | SM-M325
Galaxy M33 | SM-M336
Galaxy M34 | SM-M346
Galaxy M51 | SM-M515
Galaxy M52 | SM-M526
Galaxy M53 | SM-M536
Galaxy M54 | SM-M546
Galaxy XCover 5 | SM-G525
Galaxy XCover 6 Pro | SM-G736
Galaxy XCover 7 | SM-G556
`;
