"""Recognise the titles of columns: fields in three languages, items with their unit, days."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.exchange.lab.cells import is_unit
from desktop_app.exchange.lab.item_names import spelled

if TYPE_CHECKING:
    from desktop_app.domain.catalogue import Catalogue

_NAMES = {
    "patient_id": (
        "patient|patient no|mrn|chart no|chart number|record number|subject id|病歷號"
        "|病歷號碼|病歷|病患編號|病人編號|身分證字號|身分證號|身分證|身份證字號|病历号|病案号"
        "|门诊号|住院号|患者编号|患者ID|病人ID|登记号|身份证号|身份证号码|身份证|病人号"
    ),
    "id_type": "id type|identifier type|證號類別|证件类型",
    "name": "patient name|full name|姓名|病患姓名|病人姓名|患者姓名",
    "birth_date": ("dob|date of birth|birthday|birthdate|生日|出生日期|出生年月日|出生年月"),
    "sex": "gender|m/f|性別|性别",
    "collected_at": (
        "date|collected|collection date|collection time|collection date time|sample date"
        "|drawn|draw date|specimen date|date time|test date|exam date|日期|採檢日期|採檢時間"
        "|採檢日期時間|採檢日|採集日期|採集時間|採血日期|採血時間|檢驗日期|檢查日期|抽血日期"
        "|采样日期|采样时间|采集日期|采集时间|采血日期|采血时间|检验日期|检查日期"
        "|标本采集时间|采集日期时间|采样日期时间|time|時間|时间|collected at"
    ),
    "reported_at": (
        "reported|report date|report time|result date|result time|報告日期|報告時間"
        "|發報告時間|报告日期|报告时间|审核时间|審核時間|结果时间"
    ),
    "item_code": (
        "code|test code|loinc|loinc code|order code|項目代碼|項目代號|檢驗代碼|檢驗代號"
        "|醫令代碼|健保碼|健保代碼|项目代码|项目编号|检验代码|项目编码"
    ),
    "item_name": (
        "item|test|test name|analyte|component|observation|parameter|項目|檢驗項目|檢查項目"
        "|項目名稱|檢驗名稱|檢驗項目名稱|项目|检验项目|检查项目|项目名称|检验项目名称"
        "|检测项目|指标"
    ),
    "value": (
        "result|results|result value|test result|numeric result|結果|結果值|檢驗結果|檢驗值"
        "|檢查結果|數值|報告值|报告值|结果|结果值|检验结果|检测结果|检验值|测定结果|测定值"
        "|数值"
    ),
    "unit": "units|unit of measure|uom|單位|结果单位|单位|計量單位",
    "ref_low": ("low|lower|lower limit|range low|下限|參考下限|參考值下限|参考下限|参考值下限"),
    "ref_high": ("high|upper|upper limit|range high|上限|參考上限|參考值上限|参考上限|参考值上限"),
    "ref_text": (
        "ref|reference|range|reference range|ref range|reference interval|reference value"
        "|normal|normal range|normal value|參考值|參考區間|參考範圍|參考值範圍|正常值"
        "|正常參考值|參考數值|参考值|参考范围|参考区间|参考值范围|正常参考值|生物参考区间"
    ),
    "flag": (
        "abnormal|abnormal flag|h/l|異常|註記|異常註記|判讀|高低|提示|异常|标志|异常提示"
        "|结果提示|异常标志"
    ),
    "specimen": (
        "sample|sample type|specimen type|檢體|檢體別|檢體類別|檢體種類|標本|样本类型|标本"
        "|标本类型|标本种类|样本|样本种类"
    ),
    "method": "方法|檢驗方法|检验方法|检测方法",
    "lab": "laboratory|facility|檢驗單位|檢驗所|實驗室|实验室|检验科室|检验机构",
    "accession": (
        "accession no|accession number|sample id|sample no|specimen id|檢體編號|檢體號碼"
        "|檢驗單號|申請單號|样本号|样本编号|标本号|条码号|条形码|申请单号|检验单号"
    ),
    "status": "result status|狀態|報告狀態|结果状态|报告状态|状态",
    "comment": "comments|remark|remarks|note|notes|備註|備注|备注|说明|說明",
}
_DROPPED = re.compile(r"[\s_.:#*\"'-]+")
_BRACKET = re.compile(
    r"(.*?)\s*[(\[\uff08]\s*([^()\[\]\uff08\uff09]*(?:\([^()]*\)[^()]*)?)\s*[)\]\uff09]"
)
LONGEST = 200


def folded(text: str) -> str:
    """Fold a title so that spaces, dots, case and full-width forms do not matter."""
    return _folded(text) if len(text) <= LONGEST else ""


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text).lower().replace("\u03bc", "u"))


FIELD_OF: Mapping[str, str] = {
    folded(name): field for field, names in _NAMES.items() for name in (field, *names.split("|"))
}
FIELD_OF_LABEL: Mapping[str, str] = {  # "low: 3" in running text is a potassium, not a limit
    name: field
    for name, field in FIELD_OF.items()
    if field
    in {
        *("patient_id", "id_type", "name", "birth_date", "sex", "collected_at", "reported_at"),
        *("specimen", "lab", "accession"),
    }
}


@lru_cache(maxsize=4)
def _names(key: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    return frozenset(folded(name) for names in key for name in names) - {""}


def item_names(catalogue: Catalogue) -> frozenset[str]:
    """Give all names and synonyms of the catalogue, folded."""
    return _names(tuple(map(spelled, catalogue.analytes.values())))


def item_and_unit(title: str, known: frozenset[str]) -> tuple[str, str]:
    """Part an item's name from the unit behind it: "Hb (g/dL)", "Hb g/dL", "Hb, g/dL".

    A name that the catalogue has as a whole stays whole ("M-spike %"); its unit is still told.
    """
    text = title.strip()
    if len(text) > LONGEST:
        return text, ""
    bracket = _BRACKET.fullmatch(text)
    if bracket and bracket[1] and is_unit(bracket[2]):
        return (text if folded(text) in known else bracket[1].rstrip(" ,")), bracket[2].strip()
    words = text.split()
    for count in (1, 2):
        unit = " ".join(words[-count:])
        if len(words) > count and is_unit(unit):
            whole = folded(text) in known
            return (text if whole else " ".join(words[:-count]).rstrip(" ,:")), unit
    return text, "%" if text.endswith(("%", "\uff05")) and len(text) > 1 else ""


def is_item(title: str, known: frozenset[str]) -> bool:
    """Tell whether a title names an item of the catalogue, with or without a unit."""
    return folded(title) in known or folded(item_and_unit(title, known)[0]) in known
