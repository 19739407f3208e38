/** One model a line: `name | model numbers`. The letters after the number name the region (SM-S911B, SM-S911U) and are left out. */
export const samsung = `
Galaxy S3 | GT-I9300 GT-I9305
Galaxy S3 mini | GT-I8190
Galaxy S4 | GT-I9500 GT-I9505
Galaxy S4 mini | GT-I9190 GT-I9195
Galaxy S5 | SM-G900
Galaxy S5 mini | SM-G800
Galaxy S5 Neo | SM-G903
Galaxy S6 | SM-G920
Galaxy S6 edge | SM-G925
Galaxy S6 edge+ | SM-G928
Galaxy S7 | SM-G930
Galaxy S7 edge | SM-G935
Galaxy S8 | SM-G950
Galaxy S8+ | SM-G955
Galaxy S9 | SM-G960
Galaxy S9+ | SM-G965
Galaxy S8 Active | SM-G892
Galaxy S10 5G | SM-G977
Galaxy S10e | SM-G970
Galaxy S10 | SM-G973
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
Galaxy S26 | SM-S942
Galaxy S26+ | SM-S947
Galaxy S26 Ultra | SM-S948
Galaxy Note 3 | SM-N9005
Galaxy Note 4 | SM-N910
Galaxy Note 5 | SM-N920
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
Galaxy A3 | SM-A300 SM-A310 SM-A320
Galaxy A5 | SM-A500 SM-A510 SM-A520
Galaxy A6 | SM-A600
Galaxy A6+ | SM-A605
Galaxy A7 | SM-A750
Galaxy A8 | SM-A530
Galaxy A8+ | SM-A730
Galaxy A9 | SM-A920
Galaxy A01 | SM-A015
Galaxy A01 Core | SM-A013
Galaxy A02 | SM-A022
Galaxy A02s | SM-A025
Galaxy A03 | SM-A035
Galaxy A03 Core | SM-A032
Galaxy A03s | SM-A037
Galaxy A04 | SM-A045
Galaxy A04e | SM-A042
Galaxy A04s | SM-A047
Galaxy A05 | SM-A055
Galaxy A05s | SM-A057
Galaxy A06 | SM-A065
Galaxy A07 |
Galaxy A10 | SM-A105
Galaxy A10e | SM-A102
Galaxy A10s | SM-A107
Galaxy A11 | SM-A115
Galaxy A12 | SM-A125 SM-A127
Galaxy A13 | SM-A135 SM-A136 SM-A137
Galaxy A14 | SM-A145 SM-A146
Galaxy A15 | SM-A155 SM-A156
Galaxy A16 | SM-A165 SM-A166
Galaxy A17 | SM-A175 SM-A176
Galaxy A20e | SM-A202
Galaxy A20 | SM-A205
Galaxy A20s | SM-A207
Galaxy A21 | SM-A215
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
Galaxy A50s | SM-A507
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
Galaxy J1 | SM-J100 SM-J120
Galaxy J2 | SM-J200 SM-J250
Galaxy J3 | SM-J320 SM-J330
Galaxy J5 | SM-J510 SM-J530
Galaxy J4 | SM-J400
Galaxy J4+ | SM-J415
Galaxy J6 | SM-J600
Galaxy J6+ | SM-J610
Galaxy J7 | SM-J700 SM-J710 SM-J730
Galaxy J8 | SM-J810
Galaxy M10 | SM-M105
Galaxy M11 | SM-M115
Galaxy M12 | SM-M127
Galaxy M13 | SM-M135 SM-M136
Galaxy M14 | SM-M146
Galaxy M15 | SM-M156
Galaxy M16 | SM-M166
Galaxy M20 | SM-M205
Galaxy M21 | SM-M215
Galaxy M22 | SM-M225
Galaxy M23 | SM-M236
Galaxy M30s | SM-M307
Galaxy M31 | SM-M315
Galaxy M32 | SM-M325
Galaxy M33 | SM-M336
Galaxy M34 | SM-M346
Galaxy M35 | SM-M356
Galaxy M51 | SM-M515
Galaxy M52 | SM-M526
Galaxy M53 | SM-M536
Galaxy M54 | SM-M546
Galaxy M55 | SM-M556
Galaxy M56 | SM-M566
Galaxy XCover 4 | SM-G390
Galaxy XCover 4s | SM-G398
Galaxy XCover 5 | SM-G525
Galaxy XCover 6 Pro | SM-G736
Galaxy XCover Pro | SM-G715
Galaxy XCover 7 | SM-G556
Galaxy Grand Prime | SM-G530 SM-G531
Galaxy Core Prime | SM-G360
Galaxy Trend |
Galaxy Z TriFold |
`;
