"""Hold the drugs of myeloma with their names, classes and regimens: matched by drugs, not by name.

The class lists are those of the chapter and serve REF-*: thalidomide and ixazomib stand in none.
``WIDER`` adds them where caution asks for the whole class (thrombosis, pregnancy, zoster).
``SUPPORTIVE`` are no treatment of the myeloma: RecordView.antimyeloma leaves them out for all.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.record import Treatment

# By the name that is used in code and trace: other names as typed, brands and Chinese in both
# scripts. The order is that in which the drugs of a regimen are said.
DRUGS: Mapping[str, tuple[str, ...]] = {
    "daratumumab": ("darzalex", "dara", "兆科", "達雷木單抗", "達拉單抗", "达雷妥尤单抗", "兆珂"),
    "isatuximab": ("sarclisa", "isa", "伊沙妥昔單抗", "伊沙妥昔单抗", "艾沙妥昔单抗"),
    "elotuzumab": ("empliciti", "elo", "埃羅妥珠單抗", "埃罗妥珠单抗"),
    "bortezomib": ("velcade", "bortez", "硼替佐米", "萬科", "万珂"),
    "carfilzomib": ("kyprolis", "卡非佐米", "凱博斯", "凯洛斯"),
    "ixazomib": ("ninlaro", "伊沙佐米", "艾沙佐米", "免瘤諾", "恩莱瑞"),
    "lenalidomide": ("revlimid", "len", "來那度胺", "来那度胺", "瑞復美", "瑞复美"),
    "pomalidomide": ("pomalyst", "imnovid", "pom", "泊馬度胺", "泊马度胺"),
    "thalidomide": ("thalomid", "thado", "thal", "沙利竇邁", "沙利度胺", "賽得"),
    "cyclophosphamide": ("endoxan", "cytoxan", "cyclo", "ctx", "環磷醯胺", "环磷酰胺", "癌得星"),
    "melphalan": ("alkeran", "evomela", "mel", "美法侖", "美法崙", "美法仑", "马法兰", "威克瘤"),
    "doxorubicin": (
        *("adriamycin", "lipodox", "doxil", "caelyx", "pld"),
        *("小紅莓", "艾黴素", "阿黴素", "阿霉素", "多柔比星", "多柔比星脂质体"),
    ),
    "vincristine": ("oncovin", "長春新鹼", "长春新碱"),
    "etoposide": ("vp-16", "vepesid", "依托泊苷", "足葉乙甙"),
    "cisplatin": ("順鉑", "顺铂"),
    "bendamustine": ("treanda", "苯達莫司汀", "苯达莫司汀"),
    "fludarabine": ("fludara", "氟達拉濱", "氟达拉滨"),
    "busulfan": ("busulfex", "白消安"),
    "panobinostat": ("farydak", "帕比司他"),
    "selinexor": ("xpovio", "塞利尼索"),
    "venetoclax": ("venclexta", "venclyxto", "唯可來", "维奈克拉", "維奈托克"),
    "belantamab mafodotin": ("blenrep", "belantamab", "belamaf"),
    "teclistamab": ("tecvayli", "特立妥單抗", "特立妥单抗"),
    "elranatamab": ("elrexfio", "埃納妥單抗", "埃纳妥单抗"),
    "linvoseltamab": ("lynozyfic",),
    "talquetamab": ("talvey", "塔奎妥單抗", "塔奎妥单抗"),
    "ide-cel": ("idecabtagene vicleucel", "idecabtagene", "abecma", "ide cel"),
    "cilta-cel": (
        *("ciltacabtagene autoleucel", "ciltacabtagene", "carvykti", "cilta cel"),
        *("西達基奧侖賽", "西达基奥仑赛"),
    ),
    "equecabtagene": ("equecabtagene autoleucel", "eque-cel", "fucaso", "伊基奧侖賽", "伊基奥仑赛"),
    "zevorcabtagene": (
        *("zevorcabtagene autoleucel", "zevor-cel"),
        *("澤沃基奧侖賽", "泽沃基奥仑赛"),
    ),
    "dexamethasone": ("dexa", "dex", "dxm", "地塞米松", "迪皮質醇"),
    "prednisone": ("prednisolone", "pred", "去氫可體醇", "普賴鬆", "泼尼松", "潑尼松", "强的松"),
}
# Typed as a treatment or beside one, these are read and left out. A steroid alone is treatment.
SUPPORTIVE: Mapping[str, tuple[str, ...]] = {
    "zoledronate": (
        *("zoledronic acid", "zometa", "aclasta", "reclast", "卓骨祂", "择泰", "密固达"),
        *("唑來膦酸", "唑来膦酸", "唑來磷酸", "唑来磷酸"),
    ),
    "pamidronate": ("pamidronic acid", "aredia", "帕米膦酸", "帕米磷酸", "阿可达"),
    "ibandronate": ("ibandronic acid", "bondronat", "bonviva", "伊班膦酸"),
    "clodronate": ("clodronic acid", "bonefos", "氯膦酸", "氯屈膦酸"),
    "denosumab": (
        *("xgeva", "prolia", "地諾單抗", "地諾舒單抗", "地舒單抗", "地舒单抗"),
        *("癌骨瓦", "保骼麗", "安加维", "普罗力"),
    ),
    "G-CSF": (
        *(
            "g-csf",
            "gcsf",
            "g csf",
            "filgrastim",
            "pegfilgrastim",
            "lenograstim",
            "lipegfilgrastim",
        ),
        *("neupogen", "neulasta", "granocyte", "非格司亭", "白血球生長激素", "升白针"),
        *("粒细胞集落刺激因子", "粒細胞集落刺激因子", "顆粒球群落刺激因子", "顆粒球生長激素"),
    ),
    "plerixafor": ("mozobil", "普樂沙福", "普乐沙福"),
    "erythropoietin": (
        *("epo", "rhepo", "esa", "epoetin", "darbepoetin", "aranesp", "nesp", "eprex", "recormon"),
        *("紅血球生成素", "红细胞生成素", "紅細胞生成素", "促红素", "促紅素"),
    ),
    "aciclovir": ("acyclovir", "zovirax", "阿昔洛韋", "阿昔洛韦", "無環鳥苷", "无环鸟苷"),
    "valaciclovir": ("valacyclovir", "valtrex", "伐昔洛韋", "伐昔洛韦", "袪疹易", "祛疹易"),
    "famciclovir": ("famvir", "泛昔洛韋", "泛昔洛韦"),
    "entecavir": ("baraclude", "etv", "恩替卡韋", "恩替卡韦", "貝樂克", "博路定"),
    "tenofovir": ("tdf", "taf", "viread", "vemlidy", "替諾福韋", "替诺福韦", "惠立妥", "韦立得"),
    "lamivudine": ("3tc", "zeffix", "拉米夫定", "干安能", "贺普丁"),
    "co-trimoxazole": (
        *("cotrimoxazole", "bactrim", "baktar", "septrin", "sevatrim", "sulfamethoxazole"),
        *("trimethoprim", "tmp-smx", "tmp", "smx", "smz", "複方磺胺", "复方磺胺", "复方新诺明"),
        *("磺胺甲噁唑", "撲菌特"),
    ),
    "levofloxacin": ("cravit", "tavanic", "左氧氟沙星", "可樂必妥", "可乐必妥"),
    "fluconazole": ("diflucan", "氟康唑"),
    "aspirin": (
        *("asa", "acetylsalicylic acid", "bokey", "伯基", "阿司匹林", "阿斯匹靈", "阿斯匹林"),
        *("阿司匹靈", "乙醯水楊酸", "乙酰水杨酸"),
    ),
    "heparin": (
        *("enoxaparin", "clexane", "dalteparin", "nadroparin", "tinzaparin", "lmwh"),
        *("肝素", "克立生", "克赛"),
    ),
    "warfarin": ("coumadin", "華法林", "华法林", "可化凝"),
    "apixaban": ("eliquis", "艾必克凝", "阿哌沙班", "艾乐妥"),
    "rivaroxaban": ("xarelto", "利伐沙班", "拜瑞妥"),
    "immunoglobulin": (
        *("immunoglobulins", "immune globulin", "ivig", "scig"),
        *("免疫球蛋白", "丙種球蛋白", "丙种球蛋白"),
    ),
    "plasma exchange": (
        *("plasmapheresis", "plex", "dfpp", "血漿置換", "血浆置换", "血漿交換", "血浆分离"),
    ),
    "calcium": ("calcium carbonate", "caco3", "鈣片", "钙片", "碳酸鈣", "碳酸钙"),
    "vitamin D": (
        *("vitamin d", "vitamin d3", "vit d", "vit. d", "d3", "cholecalciferol", "colecalciferol"),
        *("calcitriol", "alfacalcidol", "骨化三醇", "維生素d", "維生素 d", "维生素d", "维生素 d"),
        *("維他命d", "維他命 d"),
    ),
    "rasburicase": ("fasturtec", "elitek", "拉布立酶", "拉布立海"),
    "allopurinol": ("zyloric", "zyloprim", "別嘌醇", "别嘌醇", "別嘌呤醇", "别嘌呤醇", "異嘌呤醇"),
    "febuxostat": ("feburic", "uloric", "非布司他", "福避痛"),
    "mesna": ("uromitexan", "美司鈉", "美司钠"),
}
PI, IMID, ANTI_CD38, ALKYLATOR = "PI", "IMiD", "anti_CD38", "alkylator"
CAR_T, BISPECIFIC = "car_t", "bispecific"
CLASSES: Mapping[str, tuple[str, ...]] = {
    PI: ("bortezomib", "carfilzomib"),
    IMID: ("lenalidomide", "pomalidomide"),
    ANTI_CD38: ("daratumumab", "isatuximab"),
    ALKYLATOR: ("cyclophosphamide", "melphalan"),
}
CELLS: Mapping[str, tuple[str, ...]] = {
    CAR_T: ("ide-cel", "cilta-cel", "equecabtagene", "zevorcabtagene"),
    BISPECIFIC: ("teclistamab", "elranatamab", "linvoseltamab", "talquetamab"),
}
# For care, never for REF-*: the same classes with the drugs that the chapter's lists leave out.
WIDER: Mapping[str, tuple[str, ...]] = {
    **CELLS,
    PI: (*CLASSES[PI], "ixazomib"),
    IMID: (*CLASSES[IMID], "thalidomide"),
    ANTI_CD38: CLASSES[ANTI_CD38],
}
STEROIDS = ("dexamethasone", "prednisone")
# High doses before cells are given back: part of the transplant or cell therapy beside it.
CONDITIONING = ("melphalan", "busulfan", "cyclophosphamide", "fludarabine")
TRANSPLANT = "auto-HSCT"
# Typed as a regimen, these are the transplant itself.
TRANSPLANT_NAMES = (
    *(TRANSPLANT, "ASCT", "auto-SCT", "auto-PBSCT", "HDM", "HDM-ASCT", "HDT-ASCT"),
    *("MEL200", "MEL140", "自體移植", "自体移植", "自體造血幹細胞移植", "自体造血干细胞移植"),
    *("自體幹細胞移植", "自体干细胞移植", "autologous transplant"),
)
CAR_T_NAMES = ("CAR-T", "BCMA CAR-T", "GPRC5D CAR-T", "CAR-T 細胞治療", "CAR-T 细胞治疗")


@dataclass(frozen=True, slots=True)
class Regimen:
    """Hold a regimen as it is chosen: its name, and its drugs, which say what it is."""

    name: str
    drugs: tuple[str, ...]


_V, _R, _K, _P = "bortezomib", "lenalidomide", "carfilzomib", "pomalidomide"
_D, _ISA, _C, _X = "daratumumab", "isatuximab", "cyclophosphamide", "dexamethasone"
_T, _M, _S, _I = "thalidomide", "melphalan", "prednisone", "ixazomib"
# First those of the chapter (RVd and VRd are one: C-MM-04), then what else is in use. Of several
# names for one set of drugs the first is shown.
REGIMENS: tuple[Regimen, ...] = (
    Regimen("VRd", (_V, _R, _X)),
    Regimen("RVd", (_V, _R, _X)),
    Regimen("VCd", (_V, _C, _X)),
    Regimen("CyBorD", (_V, _C, _X)),
    Regimen("KRd", (_K, _R, _X)),
    Regimen("VRd+Dara", (_D, _V, _R, _X)),
    Regimen("D-VRd", (_D, _V, _R, _X)),
    Regimen("VRd+Isa", (_ISA, _V, _R, _X)),
    Regimen("KRd+Dara", (_D, _K, _R, _X)),
    Regimen("D-KRd", (_D, _K, _R, _X)),
    Regimen("KRd+Isa", (_ISA, _K, _R, _X)),
    Regimen("DKPd", (_D, _K, _P, _X)),
    Regimen("KPd", (_K, _P, _X)),
    Regimen("Vd", (_V, _X)),
    Regimen("Rd", (_R, _X)),
    *(Regimen(name, (name,)) for drugs in CELLS.values() for name in drugs),
    Regimen("DRd", (_D, _R, _X)),
    Regimen("DVd", (_D, _V, _X)),
    Regimen("DKd", (_D, _K, _X)),
    Regimen("DPd", (_D, _P, _X)),
    Regimen("D-VTd", (_D, _V, _T, _X)),
    Regimen("D-VMP", (_D, _V, _M, _S)),
    Regimen("D-VCd", (_D, _V, _C, _X)),
    Regimen("Isa-Kd", (_ISA, _K, _X)),
    Regimen("Isa-Pd", (_ISA, _P, _X)),
    Regimen("EPd", ("elotuzumab", _P, _X)),
    Regimen("ERd", ("elotuzumab", _R, _X)),
    Regimen("VTd", (_V, _T, _X)),
    Regimen("VMP", (_V, _M, _S)),
    Regimen("PVd", (_V, _P, _X)),
    Regimen("PAd", (_V, "doxorubicin", _X)),
    Regimen("KCd", (_K, _C, _X)),
    Regimen("Kd", (_K, _X)),
    Regimen("Pd", (_P, _X)),
    Regimen("IRd", (_I, _R, _X)),
    Regimen("Id", (_I, _X)),
    Regimen("CTd", (_C, _T, _X)),
    Regimen("Td", (_T, _X)),
    Regimen("MPT", (_M, _S, _T)),
    Regimen("MP", (_M, _S)),
    Regimen("SVd", ("selinexor", _V, _X)),
    Regimen("R", (_R,)),
    Regimen("V", (_V,)),
    Regimen("D", (_D,)),
)
_between_drugs = re.compile(r"[+,/&;、，；＋]|\band\b|\bwith\b")
_FILLING = re.compile(r"[\s\-+_,/&()（）＋]")


def drugs_of(treatment: Treatment) -> frozenset[str] | None:
    """Give the drugs against myeloma: as given, else by the name; None where neither tells."""
    typed = frozenset(drug for text in treatment.drugs for drug in read_drugs(text))
    against = typed.difference(SUPPORTIVE)
    if against:
        return against
    named = _drugs_of_name(treatment)
    if named is None:
        # What is typed decides over a name that tells nothing, be it supportive alone.
        return against if typed else None
    return named.difference(SUPPORTIVE)


def supportive(treatment: Treatment) -> bool:
    """Tell whether a treatment holds supportive drugs only: it is none of the myeloma."""
    drugs = drugs_of(treatment)
    return drugs is not None and not drugs and not is_car_t(treatment)


def _drugs_of_name(treatment: Treatment) -> frozenset[str] | None:
    known = _named().get(_bare(treatment.regimen))
    if known is not None:
        return frozenset(known)
    if is_transplant(treatment):
        return frozenset({_M})
    parts = [_said(part) for part in parts_of(treatment.regimen)]
    return frozenset(drug for part in parts for drug in part) if all(parts) else None


def parts_of(name: str) -> tuple[str, ...]:
    """Give the parts of a name between which it says "and"."""
    return tuple(part.strip() for part in _between_drugs.split(name))


def read_drugs(text: str) -> tuple[str, ...]:
    """Give the drugs that a text names; what is not known keeps its own name."""
    said = text.strip().lower()
    return _found(said) or (said,)


def regimen_name(drugs: Iterable[str]) -> str | None:
    """Give the name of a set of drugs; None where it has none."""
    wanted = frozenset(drugs)
    return next((each.name for each in REGIMENS if frozenset(each.drugs) == wanted), None)


def title_of(treatment: Treatment) -> str:
    """Name a treatment by its drugs, else as typed."""
    drugs = drugs_of(treatment)
    return (None if drugs is None else regimen_name(drugs)) or treatment.regimen


def in_order(drugs: Iterable[str]) -> tuple[str, ...]:
    """Put drugs in the order in which a regimen says them; unknown ones come last."""
    places = {name: place for place, name in enumerate(DRUGS)}
    return tuple(sorted(drugs, key=lambda drug: (places.get(drug, len(places)), drug)))


def is_transplant(treatment: Treatment) -> bool:
    """Tell whether a regimen is by its name an autologous transplant."""
    return _bare(treatment.regimen) in map(_bare, TRANSPLANT_NAMES)


def is_car_t(treatment: Treatment) -> bool:
    """Tell whether a regimen is by its name or its product a therapy with CAR-T cells."""
    drugs = drugs_of(treatment) or frozenset({_bare(treatment.regimen)})
    return drugs.issubset({*CELLS[CAR_T], *map(_bare, CAR_T_NAMES)})


def of_class(drugs: Iterable[str], members: tuple[str, ...]) -> tuple[str, ...]:
    """Give the drugs that belong to a class, in the order of its list."""
    given = frozenset(drugs)
    return tuple(name for name in members if name in given)


def _said(part: str) -> tuple[str, ...]:
    """Give the drugs of one part of a name; none where the part is not understood whole."""
    whole = _named().get(_bare(part))
    if whole is not None:
        return whole
    words = [_word(word, first=not place) for place, word in enumerate(part.split())]
    if None in words:
        return ()
    return (*_found(part.lower()), *(drug for word in words if word for drug in word))


def _word(word: str, *, first: bool) -> tuple[str, ...] | None:
    """Give the drugs of a word; None for one like ``D-Xd`` of which only a part is known."""
    if not first and word in string.ascii_letters:
        return ()  # a letter alone further on is a dose or a vitamin
    named = _named().get(_bare(word))
    if named is not None:
        return named
    bits = [_named().get(_bare(bit)) or _found(bit.lower()) for bit in word.split("-")]
    if not all(bits):
        return None if any(bits) else ()
    return tuple(drug for bit in bits for drug in bit)


@cache
def _named() -> dict[str, tuple[str, ...]]:
    """Give the drugs by a regimen's name, whatever its blanks, hyphens and capitals."""
    return {_bare(each.name): each.drugs for each in REGIMENS}


@cache
def _spellings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give every drug with what it is found by; a Latin name must stand as a word of its own."""
    return tuple(
        (name, re.compile("|".join(_spelled(x.lower()) for x in (name, *others))))
        for name, others in (*DRUGS.items(), *SUPPORTIVE.items())
    )


def _spelled(name: str) -> str:
    return rf"(?<![a-z]){re.escape(name)}(?![a-z])" if name.isascii() else re.escape(name)


def _found(said: str) -> tuple[str, ...]:
    return tuple(name for name, spelling in _spellings() if spelling.search(said))


def _bare(name: str) -> str:
    return _FILLING.sub("", name).casefold()
