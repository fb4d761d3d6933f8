"""Hold spellings of tests that laboratories print and the catalogue, fixed by contract, lacks."""

from __future__ import annotations

from collections.abc import Mapping

_SPELLINGS: Mapping[str, str] = {
    "serum_m_protein": "Paraprotein conc|Monoclonal component|M component|M-protein (SPEP)|M-band",
    "serum_m_protein_percent": "M-Spike, %|M-protein %|M protein, %|M component %",
    "serum_immunofixation": (
        "Immunofixation electrophoresis|Immunofixation Result|IFE result|IFE interpretation"
        "|免疫固定電泳分析|免疫固定电泳分析|血清免疫固定電泳分析|血免疫固定電泳"
    ),
    "igg": "Immunoglobulin G, Qn|IgG Qn|免疫球蛋白 IgG|免疫球蛋白G(IgG)",
    "iga": "Immunoglobulin A, Qn|IgA Qn|免疫球蛋白 IgA|免疫球蛋白A(IgA)",
    "igm": "Immunoglobulin M, Qn|IgM Qn|免疫球蛋白 IgM|免疫球蛋白M(IgM)",
    "flc_kappa": (
        "Kappa free light chain|Kappa free light chains|Free kappa light chains|Kappa, free"
        "|Kappa free|Free light chain kappa|Free light chains kappa|Free light chain, kappa"
        "|Free Kappa Lt Chain|Free Kappa Lt Chains|Kappa light chain free|Kappa Free Lt Chain"
        "|κ游離輕鏈|游離kappa|游離kappa輕鏈|游離輕鏈 kappa|游離κ輕鏈|Kappa 游離輕鏈|κ型游離輕鏈"
        "|κ游离轻链|游离κ|游离κ轻链|游离kappa|游离kappa轻链|游离轻链kappa|κ型游离轻链"
        "|kappa游离轻链|轻链κ(游离)"
    ),
    "flc_lambda": (
        "Lambda free light chain|Lambda free light chains|Free lambda light chains|Lambda, free"
        "|Lambda free|Free light chain lambda|Free light chains lambda|Free light chain, lambda"
        "|Free Lambda Lt Chain|Free Lambda Lt Chains|Lambda light chain free|Lambda Free Lt Chain"
        "|λ游離輕鏈|游離lambda|游離lambda輕鏈|游離輕鏈 lambda|游離λ輕鏈|Lambda 游離輕鏈|λ型游離輕鏈"
        "|λ游离轻链|游离λ|游离λ轻链|游离lambda|游离lambda轻链|游离轻链lambda|λ型游离轻链"
        "|lambda游离轻链|轻链λ(游离)"
    ),
    "flc_ratio": (
        "Free light chain ratio|Free light chains ratio|Serum free light chain ratio|sFLC ratio"
        "|sFLC κ/λ|FLC κ/λ|FLC κ/λ ratio|FLC K/L ratio|Free kappa/lambda|Free κ/λ ratio"
        "|Free K/L ratio|Free kappa/free lambda|Free kappa/lambda light chain ratio|κ/λ FLC ratio"
        "|κ/λ FLC|sFLCR|FLCR|κ/λ ratio|Kappa/Lambda ratio|K/λ|kappa:lambda ratio"
        "|Kappa/Lambda FLC ratio|Kappa/Lambda free light chain ratio|游離輕鏈比值|游離κ/λ"
        "|游離κ/λ比值|游離輕鏈κ/λ|游離輕鏈κ/λ比|游離輕鏈κ/λ比值|κ/λ游離輕鏈比值|κ/λ比"
        "|游离κ/λ|游离κ/λ比值|游离轻链κ/λ|游离轻链κ/λ比|游离轻链比"
    ),
    "lc_kappa_total": "Total kappa|Kappa total|Total κ|kappa light chain, total|總κ輕鏈|总κ轻链",
    "lc_lambda_total": (
        "Total lambda|Lambda total|Total λ|lambda light chain, total|總λ輕鏈|总λ轻链"
    ),
    "urine_protein_24h": (
        "24h UTP|UTP 24h|24 h urine total protein|24hr urine total protein|24h urine protein"
        "|Urine protein 24h|Urine total protein 24h|24-hour urine protein|Prot,24hr calculated"
        "|Protein, 24 hr urine|Daily protein loss|24hr UTP|24小時尿蛋白定量|24小時尿液總蛋白"
        "|24小時尿液蛋白|24小时尿总蛋白|24小时尿蛋白总量|24h尿蛋白|24h尿总蛋白"
    ),
    "upcr": (
        "Urine PCR|UP/Cr|UPr/Cr|Urine protein/creatinine|Urine protein/Cr ratio|Urine TP/Cr"
        "|Protein/creatinine ratio, urine|尿蛋白/肌酸酐|尿蛋白/肌酐|尿总蛋白/肌酐"
    ),
    "uacr": "Urine ACR|Urine albumin/creatinine|Urine albumin/Cr ratio|尿微量白蛋白/肌酐",
    "total_protein": "Protein, Total|Total protein (TP)|總蛋白質|血清總蛋白|血清总蛋白",
    "albumin": "Albumin (BCG)|Albumin (Alb)|白蛋白(Alb)",
    "calcium": "Calcium, total|Ca (total)|Total Ca|Total calcium|血钙|血清鈣|血清钙|鈣離子總量",
    "calcium_ionized": "Free Ca|Ca, ionized|Calcium, ionized|Calcium ionised|Free calcium|游离钙",
    "creatinine": "Creatinine (B)|Creatinine (S)|Creatinine, blood|Creat|血清肌酐|血清肌酸酐",
    "egfr": "eGFR (CKD-EPI 2021)|eGFR CKD-EPI|GFR estimated|估计肾小球滤过率|推估腎絲球過濾率",
    "creatinine_clearance": "Cr clearance|Creatinine clearance|CCR 24h",
    "ldh": "LDH (B)|Lactic dehydrogenase|LD (LDH)|乳酸去氫酵素|乳酸脱氢酶(LDH)|乳酸脫氫酵素",
    "beta2_microglobulin": (
        "β2 microglobulin|Beta-2-microglobulin|Beta 2 microglobulin|β2MG|β2-MG(血)|β2-微球蛋白"
        "|β2微小球蛋白|β-2微球蛋白|B2-MG|β2-M"
    ),
    "hemoglobin": "Haemoglobin|Hemoglobin (Hb)|血红蛋白浓度|血紅素(Hb)|血色素(Hb)|血红蛋白(HGB)",
    "wbc": (
        "White blood cell count|White blood cells|White blood cell|WBC count|White cell count"
        "|Leukocytes|Leucocytes|Leucocyte count|白細胞|白細胞計數|白血球數|白血球总数|白细胞数"
        "|白细胞总数|白细胞(WBC)|白细胞计数(WBC)"
    ),
    "platelets": "Platelet count|PLT(B)|血小板計數|血小板數|血小板数|血小板数目|血小板计数(PLT)",
    "neutrophils": (
        "Absolute neutrophils|Absolute neutrophil count (ANC)|Neutrophil #|Neutrophils #"
        "|Neutrophils (absolute)|Neutrophils, absolute|Neutrophil count, absolute|Abs neutrophils"
        "|中性粒细胞#|中性粒细胞计数|中性粒细胞绝对数|中性粒细胞绝对计数|嗜中性球絕對值"
    ),
    "neutrophils_percent": (
        "Neutrophils|Neutrophil %|Neutrophils %|Neutrophilic segment|Neutrophil segmented"
        "|嗜中性球|嗜中性白血球|中性粒细胞|中性粒细胞%|中性粒细胞比率|中性粒细胞百分率"
    ),
    "marrow_plasma_cells_aspirate": (
        "BM plasma cell|BM plasma cells|BM plasma cell %|BMPC %|BMPCs|Plasma cells (BM)"
        "|Plasma cells, marrow|Marrow plasma cells|Marrow plasma cell|Bone marrow plasma cell"
        "|Bone marrow plasma cells|BM PC|BM PC %|骨髓漿細胞比例|骨髓漿細胞百分比|骨髓浆细胞比例"
        "|骨髓浆细胞百分比"
    ),
    "glucose_fasting": "Sugar AC|Glucose (AC)|AC glucose|Fasting glucose|Glucose, fasting",
    "nt_probnp": "NT pro-BNP|NT-pro BNP|NT pro BNP|N-terminal proBNP|NT-proBNP(B)",
    "troponin_t": "hs-cTnT|Troponin-T|hs Troponin T|高敏肌钙蛋白T|超敏肌钙蛋白T",
    "troponin_i": "hs-cTnI|hs Troponin I|高敏肌钙蛋白I|超敏肌钙蛋白I",
    "alp": "ALP(B)|Alk Phos|Alk. phosphatase|Alkaline phos",
    "hba1c": "Hb A1c|Hemoglobin A1c|HbA1C(NGSP)",
    "suv_max": "FDG SUVmax|SUVmax (FDG)|PET SUVmax",
}
MORE_NAMES: Mapping[str, tuple[str, ...]] = {
    code: tuple(spellings.split("|")) for code, spellings in _SPELLINGS.items()
}
