// Made by `rivals --print-generated`: change the formulas there, not here.
#include "rivals.h"

#pragma STDC FP_CONTRACT OFF

static const double t48[] = {1.87, 1.038, 1.468, 0.829};
static const double t72[] = {0.208, 0.836, 0.919, 0.718, 0.871, 0.686, 1.009};
static const double t79[] = {1.294, 1.667, 1.686, 0.791};
static const double t87[] = {1.805, 1.058, 0.585, 1.762, 0.377, 0.554, 0.317};
static const double t95[] = {1.348, 0.968, 1.601, 0.814, 0.48, 1.57, 0.246, 0.598};
static const double t121[] = {1.016, 0.901, 1.198};
static const double t150[] = {0.967, 1.034, 1.281, 0.516, 1.99, 1.178, 1.689};
static const double t151[] = {1.212, 1.781, 1.22, 1.189, 0.587, 0.388, 0.766, 0.906};
static const double t193[] = {1.202, 0.64, 1.559, 1.259, 1.913, 0.943, 1.103};
static const double t209[] = {1.471, 1.759, 0.847};
static const double t219[] = {1.899, 0.392, 0.294, 0.406};
static const double t231[] = {1.929, 0.394, 1.137, 1.908, 1.247};
static const double t245[] = {1.893, 0.992, 1.62, 1.608};
static const double t247[] = {1.882, 0.223, 1.518, 1.364, 1.799};
static const double t265[] = {0.797, 1.383, 1.061, 0.672};
static const double t267[] = {1.565, 0.353, 0.954, 1.643, 1.328};
static const double t271[] = {1.198, 1.091, 1.777, 1.709, 0.662, 1.03};
static const double t277[] = {1.358, 0.519, 1.083, 1.903, 0.275, 0.397, 1.651, 1.593};
static const double t294[] = {0.874, 1.514, 1.763, 0.501, 1.323};
static const double t301[] = {1.324, 1.886, 0.519};
static const double t303[] = {1.12, 1.287, 1.624, 0.285};
static const double t310[] = {0.235, 1.419, 1.698, 1.798, 1.379};
static const double t318[] = {0.586, 0.954, 1.166, 0.618, 1.977, 1.343, 1.29};
static const double t319[] = {0.695, 0.902, 0.374, 1.153, 1.928, 1.846, 0.344, 1.893};

static void loop(
    ptrdiff_t first, ptrdiff_t end,
    const double *restrict n0,
    const double *restrict n1,
    const double *restrict n2,
    const double *restrict n3,
    const double *restrict n4,
    const double *restrict n5,
    const double *restrict n6,
    const double *restrict n7,
    const double *restrict n8,
    const double *restrict n9,
    const double *restrict n10,
    const double *restrict n11,
    const double *restrict n12,
    const double *restrict n13,
    const double *restrict n14,
    const double *restrict n15,
    const double *restrict n16,
    const double *restrict n17,
    const double *restrict n18,
    const double *restrict n19,
    const double *restrict n20,
    const double *restrict n21,
    const double *restrict n22,
    const double *restrict n23,
    const double *restrict n24,
    const double *restrict n25,
    const double *restrict n26,
    const double *restrict n27,
    const double *restrict n28,
    const double *restrict n29,
    const double *restrict n30,
    const double *restrict n31,
    const double *restrict n32,
    const double *restrict n33,
    const double *restrict n34,
    const double *restrict n35,
    const double *restrict n36,
    const double *restrict n37,
    const double *restrict n38,
    const double *restrict n39,
    const int32_t *restrict c0,
    const int32_t *restrict c1,
    const int32_t *restrict c2,
    const int32_t *restrict c3,
    const int32_t *restrict c4,
    const int32_t *restrict c5,
    const int32_t *restrict c6,
    const int32_t *restrict c7,
    const int32_t *restrict c8,
    const int32_t *restrict c9,
    const int32_t *restrict c10,
    const int32_t *restrict c11,
    const int32_t *restrict c12,
    const int32_t *restrict c13,
    const int32_t *restrict c14,
    const int32_t *restrict c15,
    const int32_t *restrict c16,
    const int32_t *restrict c17,
    const int32_t *restrict c18,
    const int32_t *restrict c19,
    double *restrict o0,
    double *restrict o1,
    double *restrict o2,
    double *restrict o3,
    double *restrict o4,
    double *restrict o5,
    double *restrict o6,
    double *restrict o7,
    double *restrict o8,
    double *restrict o9,
    double *restrict o10,
    double *restrict o11) {
    for (ptrdiff_t i = first; i < end; i++) {
        const double v0 = n0[i];
        const double v1 = n1[i];
        const double v2 = n2[i];
        const double v3 = n3[i];
        const double v4 = n4[i];
        const double v5 = n5[i];
        const double v6 = n6[i];
        const double v7 = n7[i];
        const double v8 = n8[i];
        const double v9 = n9[i];
        const double v10 = n10[i];
        const double v11 = n11[i];
        const double v12 = n12[i];
        const double v13 = n13[i];
        const double v14 = n14[i];
        const double v15 = n15[i];
        const double v16 = n16[i];
        const double v17 = n17[i];
        const double v18 = n18[i];
        const double v19 = n19[i];
        const double v20 = n20[i];
        const double v21 = n21[i];
        const double v22 = n22[i];
        const double v23 = n23[i];
        const double v24 = n24[i];
        const double v25 = n25[i];
        const double v26 = n26[i];
        const double v27 = n27[i];
        const double v28 = n28[i];
        const double v29 = n29[i];
        const double v30 = n30[i];
        const double v31 = n31[i];
        const double v32 = n32[i];
        const double v33 = n33[i];
        const double v34 = n34[i];
        const double v35 = n35[i];
        const double v36 = n36[i];
        const double v37 = n37[i];
        const double v38 = n38[i];
        const double v39 = n39[i];
        const int32_t k0 = c0[i];
        const int32_t k1 = c1[i];
        const int32_t k2 = c2[i];
        const int32_t k3 = c3[i];
        const int32_t k4 = c4[i];
        const int32_t k5 = c5[i];
        const int32_t k6 = c6[i];
        const int32_t k7 = c7[i];
        const int32_t k8 = c8[i];
        const int32_t k9 = c9[i];
        const int32_t k10 = c10[i];
        const int32_t k11 = c11[i];
        const int32_t k12 = c12[i];
        const int32_t k13 = c13[i];
        const int32_t k14 = c14[i];
        const int32_t k15 = c15[i];
        const int32_t k16 = c16[i];
        const int32_t k17 = c17[i];
        const int32_t k18 = c18[i];
        const int32_t k19 = c19[i];
        const double v40 = v33 * v38;
        const double v41 = v33 + v35;
        const double v42 = v1 < 0.904 ? v41 : v28;
        const double v43 = v29 * v39;
        const double v44 = 1.094 * v37 + 0.331 * v7 + 0.542 * v31 + 0.602 * v29;
        const double v45 = v6 * 0.261;
        const double v46 = v33 < 1.191 ? v18 : v39;
        const double v47 = v37 * v23;
        const double v48 = t48[k1];
        const double v49 = v46 * v44;
        const double v50 = v48 / v27;
        const double v51 = v38 + v17;
        const double v52 = v38 * v10;
        const double v53 = v48 * 0.223;
        const double v54 = v49 - v0;
        const double v55 = v44 * 0.176;
        const double v56 = v48 + v34;
        const double v57 = v50 * v48;
        const double v58 = v47 < 1.143 ? v55 : v46;
        const double v59 = v52 * v51;
        const double v60 = v44 * v50;
        const double v61 = v45 < v14 ? v42 : v41;
        const double v62 = v61 < v58 ? v61 : v58;
        const double v63 = v50 * 0.568;
        const double v64 = v56 + v40;
        const double v65 = (k2 == 0 || k3 == 3) ? v15 : 0;
        const double v66 = v14 / v25;
        const double v67 = v65 + 0.476;
        const double v68 = v9 < 1.036 ? v63 : v52;
        const double v69 = v56 < 2.844 ? v53 : v3;
        const double v70 = v19 - v66;
        const double v71 = v44 + v40;
        const double v72 = t72[k4];
        const double v73 = v60 * v69;
        const double v74 = k5 == 1 ? v13 : v67;
        const double v75 = k6 == 0 ? v44 : v43;
        const double v76 = v69 + v5;
        const double v77 = v71 + 0.236;
        const double v78 = v9 * v24;
        const double v79 = t79[k7];
        const double v80 = v57 < 3.798 ? v8 : v78;
        const double v81 = 0.258 * v78 + 0.563 * v51 + 0.535 * v70 + 0.216 * v74;
        const double v82 = v20 * 1.109;
        const double v83 = v69 * v65;
        const double v84 = (k8 == 0 || k9 == 1) ? v34 : 0;
        const double v85 = v82 * v73;
        const double v86 = v68 * 0.776;
        const double v87 = t87[k10];
        const double v88 = v76 * v7;
        const double v89 = v4 * 0.68;
        const double v90 = v82 * v78;
        const double v91 = 0.513 * v83 + 0.734 * v84 + 0.604 * v30 + 0.53 * v36;
        const double v92 = v59 * v89;
        const double v93 = v81 * 0.596;
        const double v94 = v87 * 0.281;
        const double v95 = t95[k11];
        const double v96 = v12 * v24;
        const double v97 = v2 < 1.6 ? v90 : v80;
        const double v98 = v34 < 1.148 ? v27 : v92;
        const double v99 = v21 + v18;
        const double v100 = v92 * 0.82;
        const double v101 = v64 * v97;
        const double v102 = v91 - v101;
        const double v103 = v92 > v58 ? v92 : v58;
        const double v104 = 0.458 * v103 + 0.579 * v99 + 0.291 * v14 + 3.375 * v72;
        const double v105 = 0.682 * v16 + 0.361 * v54 + 0.749 * v92 + 0.229 * v98;
        const double v106 = v62 - v90;
        const double v107 = (k12 == 0 || k13 == 2) ? v86 : 0;
        const double v108 = v22 < 1.589 ? v91 : v107;
        const double v109 = v100 + 1.995;
        const double v110 = (k14 == 2 || k15 == 1) ? v109 : 0;
        const double v111 = 0.525 * v26 + 0.067 * v77 + 0.97 * v15 + 0.776 * v79;
        const double v112 = v93 + v102;
        const double v113 = v108 * v95;
        const double v114 = v109 * v94;
        const double v115 = 0.403 * v87 + 0.889 * v98 + 0.828 * v112 + 0.253 * v102;
        const double v116 = (k16 == 3 && k17 != 2) ? v104 : 0;
        const double v117 = v107 * v111;
        const double v118 = v99 * 0.256;
        const double v119 = v99 - v87;
        const double v120 = 0.544 * v98 + 0.347 * v110 + 1.014 * v107 + 0.777 * v100;
        const double v121 = t121[k18];
        const double v122 = v106 * v114;
        const double v123 = k19 == 1 ? v105 : v42;
        const double v124 = v116 * v85;
        const double v125 = v121 + v20;
        const double v126 = v110 * v32;
        const double v127 = v75 + v115;
        const double v128 = v123 + v98;
        const double v129 = v120 > v118 ? v120 : v118;
        const double v130 = v102 * v121;
        const double v131 = v117 < 2.301 ? v126 : v109;
        const double v132 = v113 * v128;
        const double v133 = v130 + 0.206;
        const double v134 = 0.311 * v129 + 0.689 * v118 + 0.105 * v120 + 0.193 * v133;
        const double v135 = v119 + v134;
        const double v136 = (k0 == 1 && k1 != 0) ? v11 : 0;
        const double v137 = v99 < 2.963 ? v130 : v96;
        const double v138 = v132 + v122;
        const double v139 = v129 / v38;
        const double v140 = v88 < 2.89 ? v127 : v130;
        const double v141 = v120 < 3.372 ? v118 : v136;
        const double v142 = v136 - v139;
        const double v143 = v141 * v124;
        const double v144 = (k2 == 3 && k3 != 0) ? v124 : 0;
        const double v145 = v33 < v126 ? v141 : v122;
        const double v146 = v141 > v25 ? v141 : v25;
        const double v147 = v133 * v131;
        const double v148 = v145 / v20;
        const double v149 = v125 + v135;
        const double v150 = t150[k4];
        const double v151 = t151[k5];
        const double v152 = v145 + 0.491;
        const double v153 = v137 + v138;
        const double v154 = v151 < v150 ? v151 : v150;
        const double v155 = v154 * v142;
        const double v156 = v146 + v144;
        const double v157 = v147 + v139;
        const double v158 = v136 < v118 ? v136 : v118;
        const double v159 = v92 * v157;
        const double v160 = v152 - v147;
        const double v161 = k6 == 2 ? v47 : v155;
        const double v162 = v144 * 0.738;
        const double v163 = k7 == 2 ? v140 : v161;
        const double v164 = v71 * v147;
        const double v165 = (k8 == 4 || k9 == 4) ? v117 : 0;
        const double v166 = v153 * v161;
        const double v167 = (k10 == 0 || k11 == 7) ? v149 : 0;
        const double v168 = v143 > v148 ? v143 : v148;
        const double v169 = v153 + v166;
        const double v170 = 0.133 * v166 + 0.144 * v153 + 2.08 * v160 + 0.203 * v156;
        const double v171 = v153 < 4.546 ? v164 : v148;
        const double v172 = v158 - v163;
        const double v173 = 0.122 * v169 + 0.908 * v171 + 1.94 * v160 + 0.419 * v81;
        const double v174 = v173 < -1.045 ? v163 : v75;
        const double v175 = v161 + v174;
        const double v176 = (k12 == 0 && k13 != 0) ? v152 : 0;
        const double v177 = v165 > v161 ? v165 : v161;
        const double v178 = (k14 == 4 || k15 == 0) ? v176 : 0;
        const double v179 = v155 + v173;
        const double v180 = v170 * 0.336;
        const double v181 = v167 > v160 ? v167 : v160;
        const double v182 = v156 - v168;
        const double v183 = v179 * 0.092;
        const double v184 = v177 < 0.0 ? v183 : v140;
        const double v185 = v162 * 0.469;
        const double v186 = v172 < 3.39 ? v167 : v185;
        const double v187 = v159 < v184 ? v185 : v175;
        const double v188 = v175 > v187 ? v175 : v187;
        const double v189 = v183 < v172 ? v171 : v180;
        const double v190 = v171 - v170;
        const double v191 = v181 < 2.874 ? v188 : v166;
        const double v192 = v178 * 0.208;
        const double v193 = t193[k16];
        const double v194 = 1.19 * v178 + 0.451 * v182 + 0.284 * v186 + 0.356 * v193;
        const double v195 = v182 + v186;
        const double v196 = 0.561 * v190 + 0.911 * v189 + 0.152 * v166 + 0.204 * v90;
        const double v197 = v185 - v196;
        const double v198 = v194 - v196;
        const double v199 = v197 + v198;
        const double v200 = v195 * v187;
        const double v201 = k17 == 6 ? v51 : v199;
        const double v202 = v198 * 0.174;
        const double v203 = v180 + 0.941;
        const double v204 = v203 + v200;
        const double v205 = (k18 == 0 && k19 != 0) ? v167 : 0;
        const double v206 = v204 - v20;
        const double v207 = v184 + v191;
        const double v208 = v117 > v207 ? v117 : v207;
        const double v209 = t209[k0];
        const double v210 = v201 - v195;
        const double v211 = v201 / v38;
        const double v212 = v201 - v202;
        const double v213 = v209 * 0.761;
        const double v214 = v192 + v184;
        const double v215 = v207 < -5.031 ? v193 : v211;
        const double v216 = v207 + v204;
        const double v217 = v215 * v209;
        const double v218 = 0.843 * v90 + 0.96 * v96 + 0.615 * v190 + 2.656 * v187;
        const double v219 = t219[k1];
        const double v220 = 0.522 * v213 + 6.597 * v196 + 0.782 * v190 + 0.708 * v212;
        const double v221 = v218 < 5.0 ? v199 : v215;
        const double v222 = v221 * v208;
        const double v223 = v209 * 0.364;
        const double v224 = v214 * 0.096;
        const double v225 = 0.409 * v210 + 0.191 * v220 + 0.659 * v212 + 3.91 * v224;
        const double v226 = 0.401 * v216 + 0.267 * v217 + 0.206 * v210 + 0.197 * v199;
        const double v227 = v212 * v222;
        const double v228 = v205 + 1.879;
        const double v229 = v204 / v24;
        const double v230 = v228 / v18;
        const double v231 = t231[k2];
        const double v232 = 0.479 * v200 + 1.442 * v226 + 0.313 * v229 + 0.032 * v227;
        const double v233 = 2.91 * v183 + 1.586 * v203 + 0.384 * v205 + 1.805 * v223;
        const double v234 = v225 + v215;
        const double v235 = v98 * 0.268;
        const double v236 = (k3 == 4 || k4 == 0) ? v206 : 0;
        const double v237 = v213 < v231 ? v213 : v231;
        const double v238 = v237 - v235;
        const double v239 = v230 * 0.505;
        const double v240 = v239 < 0.882 ? v236 : v238;
        const double v241 = v231 > v237 ? v231 : v237;
        const double v242 = (k5 == 7 && k6 != 0) ? v229 : 0;
        const double v243 = v215 - v232;
        const double v244 = v226 + v219;
        const double v245 = t245[k7];
        const double v246 = v233 * v236;
        const double v247 = t247[k8];
        const double v248 = v242 < 0.0 ? v225 : v244;
        const double v249 = (k9 == 0 && k10 != 4) ? v234 : 0;
        const double v250 = v241 * v229;
        const double v251 = v245 < v243 ? v238 : v184;
        const double v252 = v247 * v248;
        const double v253 = v230 + 1.186;
        const double v254 = v253 > v246 ? v253 : v246;
        const double v255 = v254 * v247;
        const double v256 = v255 + v227;
        const double v257 = v238 * v45;
        const double v258 = v236 * v245;
        const double v259 = (k11 == 4 || k12 == 1) ? v249 : 0;
        const double v260 = v249 * 0.197;
        const double v261 = v248 * v110;
        const double v262 = v259 * v41;
        const double v263 = v238 * v262;
        const double v264 = v250 + v246;
        const double v265 = t265[k13];
        const double v266 = v258 * v236;
        const double v267 = t267[k14];
        const double v268 = v266 * 0.455;
        const double v269 = v249 + v68;
        const double v270 = v20 - v268;
        const double v271 = t271[k15];
        const double v272 = v264 / v14;
        const double v273 = 2.757 * v257 + 0.954 * v238 + 0.329 * v251 + 0.856 * v271;
        const double v274 = v255 * v240;
        const double v275 = v270 < -0.085 ? v267 : v240;
        const double v276 = k16 == 4 ? v269 : v128;
        const double v277 = t277[k17];
        const double v278 = 0.837 * v275 + 0.072 * v272 + 0.431 * v263 + 0.627 * v243;
        const double v279 = v243 < v256 ? v260 : v274;
        const double v280 = (k18 == 2 && k19 != 3) ? v121 : 0;
        const double v281 = 0.482 * v276 + 0.576 * v247 + 0.192 * v274 + 0.551 * v246;
        const double v282 = v244 * 0.303;
        const double v283 = v280 * 0.623;
        const double v284 = v279 < v253 ? v279 : v253;
        const double v285 = v169 * v283;
        const double v286 = v277 * 0.634;
        const double v287 = v263 + v6;
        const double v288 = v250 * v284;
        const double v289 = v260 - v265;
        const double v290 = v261 + v269;
        const double v291 = (k0 == 2 && k1 != 1) ? v290 : 0;
        const double v292 = v288 < 2.515 ? v271 : v185;
        const double v293 = v108 < v273 ? v108 : v273;
        const double v294 = t294[k2];
        const double v295 = (k3 == 1 || k4 == 0) ? v289 : 0;
        const double v296 = v135 / v22;
        const double v297 = v282 + 0.929;
        const double v298 = v296 * v281;
        const double v299 = v265 * v286;
        const double v300 = k5 == 1 ? v294 : v260;
        const double v301 = t301[k6];
        const double v302 = v270 + 1.018;
        const double v303 = t303[k7];
        const double v304 = v279 < v295 ? v279 : v295;
        const double v305 = v11 * 0.211;
        const double v306 = v304 * v19;
        const double v307 = v278 * v302;
        const double v308 = v287 * 0.54;
        const double v309 = v303 > v305 ? v303 : v305;
        const double v310 = t310[k8];
        const double v311 = v287 + 0.716;
        const double v312 = k9 == 5 ? v308 : v310;
        const double v313 = v300 * v278;
        const double v314 = v302 - v313;
        const double v315 = v298 * 0.236;
        const double v316 = v309 * 0.587;
        const double v317 = v128 / v21;
        const double v318 = t318[k10];
        const double v319 = t319[k11];
        const double v320 = v311 * v299;
        const double v321 = v310 * 4.372;
        const double v322 = v287 * 0.371;
        const double v323 = v297 + v310;
        const double v324 = v317 + v312;
        const double v325 = k12 == 2 ? v291 : v315;
        const double v326 = v291 - v318;
        const double v327 = (k13 == 2 || k14 == 2) ? v293 : 0;
        const double v328 = v252 + v323 + v254 + v9;
        const double v329 = v285 + v324 + v76 + v285;
        const double v330 = v292 + v325 + v232 + v222;
        const double v331 = v301 + v326 + v291 + v242;
        const double v332 = v306 + v327 + v65 + v54;
        const double v333 = v307 + v7 + v266 + v1;
        const double v334 = v314 + v283 + v194 + v263;
        const double v335 = v316 + v235 + v200 + v266;
        const double v336 = v319 + v38 + v37 + v58;
        const double v337 = v320 + v58 + v2 + v320;
        const double v338 = v321 + v238 + v312 + v41;
        const double v339 = v322 + v36 + v28 + v322;
        o0[i] = v328;
        o1[i] = v329;
        o2[i] = v330;
        o3[i] = v331;
        o4[i] = v332;
        o5[i] = v333;
        o6[i] = v334;
        o7[i] = v335;
        o8[i] = v336;
        o9[i] = v337;
        o10[i] = v338;
        o11[i] = v339;
    }
}

void synthetic300(
    ptrdiff_t first, ptrdiff_t end, const double *const *numbers, const int32_t *const *codes,
    double *const *outputs) {
    loop(
        first, end,
        numbers[0],
        numbers[1],
        numbers[2],
        numbers[3],
        numbers[4],
        numbers[5],
        numbers[6],
        numbers[7],
        numbers[8],
        numbers[9],
        numbers[10],
        numbers[11],
        numbers[12],
        numbers[13],
        numbers[14],
        numbers[15],
        numbers[16],
        numbers[17],
        numbers[18],
        numbers[19],
        numbers[20],
        numbers[21],
        numbers[22],
        numbers[23],
        numbers[24],
        numbers[25],
        numbers[26],
        numbers[27],
        numbers[28],
        numbers[29],
        numbers[30],
        numbers[31],
        numbers[32],
        numbers[33],
        numbers[34],
        numbers[35],
        numbers[36],
        numbers[37],
        numbers[38],
        numbers[39],
        codes[0],
        codes[1],
        codes[2],
        codes[3],
        codes[4],
        codes[5],
        codes[6],
        codes[7],
        codes[8],
        codes[9],
        codes[10],
        codes[11],
        codes[12],
        codes[13],
        codes[14],
        codes[15],
        codes[16],
        codes[17],
        codes[18],
        codes[19],
        outputs[0],
        outputs[1],
        outputs[2],
        outputs[3],
        outputs[4],
        outputs[5],
        outputs[6],
        outputs[7],
        outputs[8],
        outputs[9],
        outputs[10],
        outputs[11]);
}
