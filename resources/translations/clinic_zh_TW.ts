<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW">
<context>
    <name>AbnormalityRow</name>
    <message>
        <source>{0}: share of cells in percent</source>
        <extracomment>{0} is a chromosomal abnormality</extracomment>
        <translation>{0}：細胞百分比</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>細胞</translation>
    </message>
    <message>
        <source>{0}: number of copies</source>
        <translation>{0}：套數</translation>
    </message>
    <message>
        <source>copies</source>
        <extracomment>Stands after how many copies of a chromosome&apos;s arm were counted</extracomment>
        <translation>套</translation>
    </message>
    <message>
        <source>Both alleles</source>
        <extracomment>Whether a deletion took both alleles</extracomment>
        <translation>雙等位缺失</translation>
    </message>
</context>
<context>
    <name>AllergyField</name>
    <message>
        <source>penicillin, …</source>
        <translation>penicillin…</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>對什麼過敏</translation>
    </message>
    <message>
        <source>Name what it is.</source>
        <translation>請寫明是什麼。</translation>
    </message>
</context>
<context>
    <name>AmendForm</name>
    <message>
        <source>Value to correct</source>
        <translation>要更正的數值</translation>
    </message>
    <message>
        <source>Right value</source>
        <translation>正確數值</translation>
    </message>
    <message>
        <source>Unit of the right value</source>
        <translation>正確數值的單位</translation>
    </message>
</context>
<context>
    <name>AnalytePicker</name>
    <message>
        <source>Type a part of the test&apos;s name</source>
        <translation>輸入檢驗名稱的一部分</translation>
    </message>
    <message>
        <source>Which test is it?</source>
        <translation>這是哪一項檢驗？</translation>
    </message>
    <message>
        <source>Tests that fit</source>
        <translation>符合的檢驗</translation>
    </message>
</context>
<context>
    <name>AnswerBar</name>
    <message>
        <source>Line {0}: {1}</source>
        <extracomment>{0} is a line&apos;s number, {1} the line as it came from the laboratory</extracomment>
        <translation>第 {0} 行：{1}</translation>
    </message>
    <message>
        <source>Reason why this value is right (Enter)</source>
        <translation>此數值正確的理由（Enter）</translation>
    </message>
    <message>
        <source>Reason why this value is right</source>
        <translation>此數值正確的理由</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>兩筆都保留</translation>
    </message>
    <message>
        <source>Withdraw the stored value</source>
        <translation>撤回已存的值</translation>
    </message>
    <message>
        <source>Replace the stored value</source>
        <translation>取代已存的數值</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>略過</translation>
    </message>
    <message>
        <source>Never import this test</source>
        <translation>永不匯入此檢驗</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新詢問</translation>
    </message>
    <message>
        <source>It is this patient all the same</source>
        <translation>確實是這位病人</translation>
    </message>
</context>
<context>
    <name>AnswerChip</name>
    <message>
        <source>? {0}: not asked</source>
        <extracomment>{0} is a symptom or sign about which nobody asked yet</extracomment>
        <translation>? {0} 未問</translation>
    </message>
    <message>
        <source>{0}: no</source>
        <extracomment>{0} is a symptom or sign that the patient does not have</extracomment>
        <translation>{0} 無</translation>
    </message>
    <message>
        <source>{0}: not found</source>
        <extracomment>{0} is a chromosomal abnormality that was looked for</extracomment>
        <translation>{0} 未見</translation>
    </message>
    <message>
        <source>▲ {0}: found</source>
        <extracomment>{0} is a chromosomal abnormality that was looked for</extracomment>
        <translation>▲ {0} 有</translation>
    </message>
    <message>
        <source>✔ {0}: yes</source>
        <extracomment>{0} is a fact such as &quot;dental check done&quot;</extracomment>
        <translation>✔ {0} 是</translation>
    </message>
    <message>
        <source>▲ {0}: yes</source>
        <extracomment>{0} is a symptom or sign that the patient has</extracomment>
        <translation>▲ {0} 有</translation>
    </message>
    <message>
        <source>? {0}: not examined</source>
        <extracomment>{0} is a sign or finding for which nobody looked yet</extracomment>
        <translation>? {0} 未檢查</translation>
    </message>
    <message>
        <source>? {0}: not tested</source>
        <extracomment>{0} is a chromosomal abnormality for which nobody tested</extracomment>
        <translation>? {0} 未驗</translation>
    </message>
    <message>
        <source>? {0}: not known</source>
        <extracomment>{0} is a fact about a lesion, such as &quot;proven by biopsy&quot;</extracomment>
        <translation>? {0} 不明</translation>
    </message>
</context>
<context>
    <name>ArrivalColumns</name>
    <message>
        <source>Patient</source>
        <translation>病人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>檢驗</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Last, change</source>
        <translation>前次、變化</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>stored: {0}</source>
        <extracomment>{0} is the value of the same day that the record has already</extracomment>
        <translation>已存：{0}</translation>
    </message>
</context>
<context>
    <name>ArrivalWords</name>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>corrects</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>withdraws</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>question</source>
        <translation>待確認</translation>
    </message>
    <message>
        <source>which test?</source>
        <translation>哪一項？</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>no result</source>
        <translation>無結果</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略過</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>無法存入</translation>
    </message>
</context>
<context>
    <name>AskedTests</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation>到該欄位</translation>
    </message>
</context>
<context>
    <name>AttributionGroup</name>
    <message>
        <source>not answered</source>
        <translation>未作答</translation>
    </message>
</context>
<context>
    <name>AuditColumns</name>
    <message>
        <source>Line</source>
        <translation>行號</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>User</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>動作</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>資料列</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>說明</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Log</source>
        <translation>使用記錄</translation>
    </message>
    <message>
        <source>Every look at a patient and every change is kept here, also this look. No line can be changed or removed; the law asks for at least 7 years, M-Spike keeps them for good.</source>
        <translation>每次查閱病人與每項變更都留在這裡，包括這次查閱。任何一行都不能修改或移除；法規要求至少保存 7 年，M-Spike 永久保存。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>迄</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>病歷號</translation>
    </message>
    <message>
        <source>Lines of the log</source>
        <translation>使用記錄各行</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>looks</source>
        <translation>查閱</translation>
    </message>
    <message>
        <source>log-in, users</source>
        <translation>登入、使用者</translation>
    </message>
    <message>
        <source>register</source>
        <translation>病人登錄、合併</translation>
    </message>
    <message>
        <source>visits, values</source>
        <translation>就診、檢驗值</translation>
    </message>
    <message>
        <source>sheets</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>imports</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>record, backups, settings</source>
        <translation>資料檔、備份、設定</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>No line fits.</source>
        <translation>沒有符合的記錄。</translation>
    </message>
</context>
<context>
    <name>AxisPanel</name>
    <message>
        <source>Response, axis by axis</source>
        <translation>反應（各面向分列）</translation>
    </message>
</context>
<context>
    <name>AxisRows</name>
    <message>
        <source>{0}: {1}</source>
        <extracomment>{0} is an axis of the response, {1} what must be minded of it</extracomment>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>面向</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基準</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>目前</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>反應</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
</context>
<context>
    <name>BackupChip</name>
    <message>
        <source>To the backups</source>
        <translation>前往備份</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>備份中…</translation>
    </message>
    <message>
        <source>Backup failed</source>
        <translation>備份失敗</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>尚無備份</translation>
    </message>
    <message>
        <source>Second place failed</source>
        <translation>第二備份處失敗</translation>
    </message>
    <message>
        <source>Backup {0}</source>
        <extracomment>{0} is an age, such as &quot;3 h ago&quot;</extracomment>
        <translation>備份：{0}</translation>
    </message>
</context>
<context>
    <name>BackupColumns</name>
    <message>
        <source>Made</source>
        <translation>備份時間</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>病人</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>就診</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>dated in the future</source>
        <translation>日期在未來</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>剛才</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n 分鐘前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n 小時前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <comment>day and age</comment>
        <extracomment>{0} is a day and time, {1} its age</extracomment>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>regular</source>
        <translation>定期</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>升級前</translation>
    </message>
    <message>
        <source>before a merge</source>
        <translation>合併前</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>匯入前</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>備份，最新在前</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>No backup yet.</source>
        <translation>尚無備份。</translation>
    </message>
    <message>
        <source>Last backup: {0}</source>
        <extracomment>{0} is a day, time and age</extracomment>
        <translation>最近備份：{0}</translation>
    </message>
    <message>
        <source>Backing up: the record is copied, and the copy is read back…</source>
        <translation>備份中：正在複製資料檔，並把副本重讀核對…</translation>
    </message>
    <message>
        <source>A copy of the backup is opened and read…</source>
        <translation>正在開啟並讀取備份的副本…</translation>
    </message>
    <message>
        <source>Every page, every row and every line of the log is read…</source>
        <translation>正在讀取每一頁、每一列與每一行記錄…</translation>
    </message>
    <message>
        <source>The backup takes the place of the record…</source>
        <translation>正在以備份取代資料檔…</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>選擇備份檔</translation>
    </message>
    <message>
        <source>Made and read back: {0}, {1}.</source>
        <extracomment>{0} is the name of a file, {1} are counts of patients and visits</extracomment>
        <translation>已備份並重讀核對：{0}，{1}。</translation>
    </message>
    <message>
        <source>The second place did not take it: see below.</source>
        <translation>第二備份處沒有存成，見下方。</translation>
    </message>
    <message>
        <source>No backup was made: the record itself does not read back whole. Earlier backups are not touched. Check the record.</source>
        <translation>沒有做成備份：資料檔本身無法完整讀出。先前的備份完好未動。請檢查資料檔。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止，沒有任何變更。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Put the message away</source>
        <translation>關閉訊息</translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>Perhaps registered already</source>
        <translation>可能已建檔</translation>
    </message>
    <message numerus="yes">
        <source>%n similar</source>
        <translation>
            <numerusform>%n 位相似</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the patient if it is the same person. Otherwise go on registering.</source>
        <translation>若是同一人，請直接開啟病歷；不是的話，繼續建檔即可。</translation>
    </message>
    <message>
        <source>Open whom you look for. Who is registered twice can be merged.</source>
        <translation>開啟要找的病人；重複登記者可以合併。</translation>
    </message>
    <message>
        <source>Nobody similar so far. This is checked while you type.</source>
        <translation>目前沒有相似的病人，輸入時會隨時比對。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <extracomment>{0} is the name of a patient</extracomment>
        <translation>開啟 {0}</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合併…</translation>
    </message>
    <message>
        <source>Merge {0} with another registration</source>
        <extracomment>{0} is the name of a patient</extracomment>
        <translation>將 {0} 與另一筆登記合併</translation>
    </message>
</context>
<context>
    <name>CarriedChip</name>
    <message>
        <source>yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>no</source>
        <translation>無</translation>
    </message>
    <message>
        <source>{0}: {1} · {2}</source>
        <extracomment>{0} is a sign, {1} last time&apos;s answer, {2} its day</extracomment>
        <translation>{0}：{1} · {2}</translation>
    </message>
    <message>
        <source>{0}: last {1} on {2}, not confirmed</source>
        <extracomment>{0} is a sign, {1} yes or no, {2} a day</extracomment>
        <translation>{0}：上次 {1}（{2}），尚未確認</translation>
    </message>
</context>
<context>
    <name>CarriedWords</name>
    <message>
        <source>none of these</source>
        <translation>以上皆無</translation>
    </message>
    <message>
        <source>{0}: none of these</source>
        <extracomment>{0} is what is asked, such as skin changes</extracomment>
        <translation>{0}：以上皆無</translation>
    </message>
    <message>
        <source>{0}: last {1}, not confirmed</source>
        <extracomment>{0} is what is asked, {1} what was found last, with its day</extracomment>
        <translation>{0}：上次 {1}，尚未確認</translation>
    </message>
</context>
<context>
    <name>ChangeChip</name>
    <message>
        <source>{0}: {1} · {2}</source>
        <extracomment>{0} is a sign, {1} last time&apos;s judgement, {2} its day</extracomment>
        <translation>{0}：{1} · {2}</translation>
    </message>
    <message>
        <source>{0}: last {1} on {2}, not confirmed</source>
        <extracomment>{0} is a sign, {1} better, same or worse, {2} a day</extracomment>
        <translation>{0}：上次 {1}（{2}），尚未確認</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <extracomment>{0} is a sign, {1} better, same, worse or not judged</extracomment>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>ChangeList</name>
    <message>
        <source>not judged</source>
        <translation>未評</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Trend</source>
        <translation>趨勢</translation>
    </message>
    <message>
        <source>No values to draw yet.</source>
        <translation>尚無可繪製的數值。</translation>
    </message>
    <message>
        <source>Tests in the chart</source>
        <translation>圖上的檢驗</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Trend chart</source>
        <translation>趨勢圖</translation>
    </message>
</context>
<context>
    <name>ChoiceRow</name>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Find patient</source>
        <translation>尋找病人</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation>遮蔽姓名</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>新病人</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>規則…</translation>
    </message>
    <message>
        <source>Compare all</source>
        <translation>全部比對</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>建檔</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sign, next</source>
        <translation>簽署，下一位</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>為什麼</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>證據</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上檢驗</translation>
    </message>
    <message>
        <source>Myeloma</source>
        <translation>骨髓瘤</translation>
    </message>
    <message>
        <source>Pearls</source>
        <translation>要訣</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>備份…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即備份</translation>
    </message>
    <message>
        <source>Try it out…</source>
        <translation>還原演練…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>還原…</translation>
    </message>
    <message>
        <source>Other file…</source>
        <translation>其他檔案…</translation>
    </message>
    <message>
        <source>Check the record</source>
        <translation>檢查資料檔</translation>
    </message>
    <message>
        <source>Users, access…</source>
        <translation>使用者與權限…</translation>
    </message>
    <message>
        <source>New user…</source>
        <translation>新增使用者…</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>使用記錄…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>匯入…</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>選擇檔案…</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存入</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>People</source>
        <translation>病人</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>檢驗</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷次匯入</translation>
    </message>
    <message>
        <source>Stage, lines</source>
        <translation>分期、治療線</translation>
    </message>
    <message>
        <source>POEMS</source>
        <translation>POEMS</translation>
    </message>
    <message>
        <source>Override…</source>
        <translation>改判…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>No symptoms</source>
        <translation>症狀皆無</translation>
    </message>
    <message>
        <source>FISH: the four not found</source>
        <translation>FISH 四項陰性</translation>
    </message>
    <message>
        <source>Same as last time</source>
        <translation>同上次</translation>
    </message>
    <message>
        <source>Entries…</source>
        <translation>其他紀錄…</translation>
    </message>
    <message>
        <source>Same person…</source>
        <translation>同一人…</translation>
    </message>
    <message>
        <source>Limits and method</source>
        <translation>參考值與方法</translation>
    </message>
    <message>
        <source>Undo entry</source>
        <translation>復原輸入</translation>
    </message>
    <message>
        <source>To the entry</source>
        <translation>到輸入區</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>下一部分</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>上一部分</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>治療</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Nerves</source>
        <translation>神經</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>耐受與防護</translation>
    </message>
    <message>
        <source>To the results</source>
        <translation>到數值表</translation>
    </message>
    <message>
        <source>Usual tests</source>
        <translation>常用項目</translation>
    </message>
    <message>
        <source>MGUS / SMM</source>
        <translation>MGUS／SMM</translation>
    </message>
    <message>
        <source>Blood, kidneys</source>
        <translation>血液與腎臟</translation>
    </message>
    <message>
        <source>Light chains</source>
        <translation>輕鏈</translation>
    </message>
    <message>
        <source>Chosen result</source>
        <translation>所選項目</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>對數</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 年</translation>
    </message>
    <message>
        <source>3 years</source>
        <translation>3 年</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Leaflet, letter</source>
        <translation>衛教單、信件</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>發給</translation>
    </message>
    <message>
        <source>Approve text</source>
        <translation>核可內容</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>儲存 PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
</context>
<context>
    <name>ConfirmBar</name>
    <message>
        <source>Your passphrase</source>
        <translation>您的密碼</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Type your passphrase once more; it counts for five minutes.</source>
        <translation>請再輸入一次您的密碼，五分鐘內有效。</translation>
    </message>
</context>
<context>
    <name>CopiedInputs</name>
    <message>
        <source>not recorded</source>
        <translation>未記錄</translation>
    </message>
</context>
<context>
    <name>CorrectionBar</name>
    <message>
        <source>Say why; the reason is kept in the record.</source>
        <translation>請寫明理由，理由會留存紀錄。</translation>
    </message>
    <message>
        <source>Reason (kept in the record)</source>
        <translation>理由（會留存紀錄）</translation>
    </message>
    <message>
        <source>Reason for the correction</source>
        <translation>更正理由</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>作廢</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CountWords</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n 筆檢驗值</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other entries</source>
        <translation>
            <numerusform>其他 %n 筆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n 位病人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n 次就診</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <extracomment>Stands between two counts, as in &quot;3 patients, 5 visits&quot;</extracomment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>Course</name>
    <message>
        <source>? open</source>
        <extracomment>A time in which no diagnosis was settled, as short as can be</extracomment>
        <translation>? 未定</translation>
    </message>
    <message>
        <source>not settled</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>established earlier</source>
        <translation>先前已確立</translation>
    </message>
    <message>
        <source>doctor&apos;s conclusion</source>
        <translation>醫師判定</translation>
    </message>
    <message>
        <source>signed visit</source>
        <translation>已簽署的看診</translation>
    </message>
    <message>
        <source>newly met: {0}</source>
        <extracomment>{0} lists the criteria that were newly met</extracomment>
        <translation>新符合：{0}</translation>
    </message>
</context>
<context>
    <name>CrashHook</name>
    <message>
        <source>M-Spike met an error that it did not expect and will close.</source>
        <translation>M-Spike 發生未預期的錯誤，即將關閉。</translation>
    </message>
    <message>
        <source>Everything recorded is safe, and what was typed is kept as a draft. Start M-Spike again and open the patient to go on.</source>
        <translation>已記錄的資料都安全，剛才輸入的內容已存成草稿。請重新啟動 M-Spike，開啟該病人即可繼續。</translation>
    </message>
    <message>
        <source>A report without any patient data was saved: {0}</source>
        <extracomment>{0} is the path of a file</extracomment>
        <translation>已儲存一份不含病人資料的報告：{0}</translation>
    </message>
    <message>
        <source>Close M-Spike</source>
        <translation>關閉 M-Spike</translation>
    </message>
</context>
<context>
    <name>CreateForm</name>
    <message>
        <source>There is no record on this computer yet. Choose a passphrase to create one.</source>
        <translation>這台電腦還沒有資料檔。請設定密碼來建立。</translation>
    </message>
    <message>
        <source>Passphrase (8 characters or more)</source>
        <translation>密碼（至少 8 個字元）</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>再輸入一次密碼</translation>
    </message>
    <message>
        <source>Without this passphrase nobody can open the record, no support either; only the recovery key can, which you print afterwards under &apos;Users, access…&apos;. If both are lost, all data are lost. Keep them in a locked place.</source>
        <translation>沒有這組密碼，任何人都無法開啟資料檔，客服也不行；只有救援金鑰可以，請建立後到「使用者與權限」列印。兩者都遺失，資料就全部遺失。請鎖在安全的地方。</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>建立中…</translation>
    </message>
    <message>
        <source>Create the record</source>
        <translation>建立資料檔</translation>
    </message>
    <message>
        <source>Restore a backup of another computer</source>
        <translation>還原另一台電腦的備份</translation>
    </message>
    <message>
        <source>Too short: take 8 characters or more.</source>
        <translation>太短，請使用至少 8 個字元。</translation>
    </message>
    <message>
        <source>The two do not agree. Type the passphrase again.</source>
        <translation>兩次輸入不一致，請重新輸入。</translation>
    </message>
</context>
<context>
    <name>DateStyles</name>
    <message>
        <source>As each day shows</source>
        <translation>依各日期判讀</translation>
    </message>
    <message>
        <source>Year, month, day</source>
        <translation>年、月、日</translation>
    </message>
    <message>
        <source>Day, month, year</source>
        <translation>日、月、年</translation>
    </message>
    <message>
        <source>Month, day, year</source>
        <translation>月、日、年</translation>
    </message>
    <message>
        <source>Years of the Republic of China</source>
        <translation>民國年</translation>
    </message>
</context>
<context>
    <name>DayEdit</name>
    <message>
        <source>today, +3m, 11-22</source>
        <translation>今天、+3m、11-22</translation>
    </message>
    <message>
        <source>y-m-d</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>not a day</source>
        <translation>不是日期</translation>
    </message>
    <message>
        <source>ROC {0}</source>
        <extracomment>{0} is the year of the Republic of China</extracomment>
        <translation>民國 {0} 年</translation>
    </message>
</context>
<context>
    <name>DayRow</name>
    <message>
        <source>Rows name no day. Taken on</source>
        <translation>內容沒有日期。採檢日</translation>
    </message>
    <message>
        <source>Day of the rows that name none</source>
        <translation>沒有日期的各列的採檢日</translation>
    </message>
    <message>
        <source>Enter alone: {0}, the day of this visit</source>
        <extracomment>{0} is the day of the visit that is being entered</extracomment>
        <translation>直接按 Enter：{0}（本次就診日）</translation>
    </message>
</context>
<context>
    <name>DiagnosisEditor</name>
    <message>
        <source>Diagnosis?</source>
        <translation>診斷？</translation>
    </message>
    <message>
        <source>Earlier diagnosis</source>
        <translation>先前診斷</translation>
    </message>
    <message>
        <source>since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Day of the earlier diagnosis</source>
        <translation>先前診斷的日期</translation>
    </message>
    <message>
        <source>Remove this diagnosis from the entry</source>
        <translation>從輸入中移除此診斷</translation>
    </message>
</context>
<context>
    <name>DriftColumns</name>
    <message>
        <source>Patient</source>
        <translation>病人</translation>
    </message>
    <message>
        <source>Concluded</source>
        <translation>結論日期</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>原結論</translation>
    </message>
    <message>
        <source>Under the rules in force</source>
        <translation>依現行規則</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>原因</translation>
    </message>
    <message numerus="yes">
        <source>%n possible</source>
        <translation>
            <numerusform>%n 種可能</numerusform>
        </translation>
    </message>
    <message>
        <source> or </source>
        <extracomment>Between the diagnoses that are still possible</extracomment>
        <translation>或</translation>
    </message>
    <message>
        <source>data or settings</source>
        <translation>資料或設定</translation>
    </message>
    <message>
        <source>rules {0}</source>
        <extracomment>{0} is the version of the rules with which the conclusion was made</extracomment>
        <translation>規則 {0}</translation>
    </message>
</context>
<context>
    <name>DuePanel</name>
    <message>
        <source>Due and next</source>
        <translation>該做與下次</translation>
    </message>
    <message>
        <source>refer now</source>
        <translation>立即轉介</translation>
    </message>
    <message>
        <source>refer</source>
        <translation>轉介</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>下次回診</translation>
    </message>
    <message>
        <source>not settled</source>
        <translation>未定</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另 %n 項</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueWords</name>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>每 %n 個月</numerusform>
        </translation>
    </message>
    <message>
        <source>every {0}–{1} months</source>
        <extracomment>From {0} to {1} months between two visits</extracomment>
        <translation>每 {0}–{1} 個月</translation>
    </message>
    <message>
        <source>set by the clinic</source>
        <translation>本診所設定</translation>
    </message>
    <message>
        <source>after {0}</source>
        <extracomment>{0} is the guideline from which the interval comes</extracomment>
        <translation>依 {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>另有 %n 種建議</numerusform>
        </translation>
    </message>
    <message>
        <source>POEMS, overdue: {0}</source>
        <extracomment>{0} are series of tests, such as VEGF</extracomment>
        <translation>POEMS 逾期：{0}</translation>
    </message>
    <message>
        <source>POEMS, next: {0} ({1})</source>
        <extracomment>{0} are series of tests, such as VEGF, {1} is the day on which they fall due</extracomment>
        <translation>POEMS 下次：{0}（{1}）</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>已做</translation>
    </message>
    <message>
        <source>Work-up: {0} of {1} done</source>
        <extracomment>{0} of {1} tests of the work-up are done</extracomment>
        <translation>檢查：已完成 {0}／{1}</translation>
    </message>
    <message>
        <source>old</source>
        <extracomment>&quot;old&quot;: the test was done, but too long ago</extracomment>
        <translation>已久</translation>
    </message>
    <message>
        <source>due</source>
        <translation>該做</translation>
    </message>
    <message>
        <source>the clinic</source>
        <translation>本診所</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>未給數字</translation>
    </message>
</context>
<context>
    <name>EmergencyBand</name>
    <message>
        <source>Emergency access until the record is locked: reading only. Each look is kept in the log with your name.</source>
        <translation>緊急調閱中，到鎖定為止：只能閱讀。每次查閱都會以您的名義留下記錄。</translation>
    </message>
</context>
<context>
    <name>EmergencyBar</name>
    <message>
        <source>Reason (kept in the log)</source>
        <translation>原因（會留在記錄中）</translation>
    </message>
    <message>
        <source>Emergency access</source>
        <translation>緊急調閱</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Your role does not open this page. In an emergency you may read it, with a reason, until the record is locked.</source>
        <translation>您的權限不能開啟這一頁。緊急時說明原因即可閱讀，到鎖定為止。</translation>
    </message>
</context>
<context>
    <name>EndingFields</name>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Last day of the regimen</source>
        <translation>療法的最後一天</translation>
    </message>
    <message>
        <source>why ended?</source>
        <translation>結束原因？</translation>
    </message>
    <message>
        <source>Why the regimen ended</source>
        <translation>療法結束的原因</translation>
    </message>
    <message>
        <source>Number of cycles</source>
        <translation>週期數</translation>
    </message>
    <message>
        <source>cycles</source>
        <extracomment>Stands after the number of cycles</extracomment>
        <translation>個週期</translation>
    </message>
</context>
<context>
    <name>EntriesPanel</name>
    <message>
        <source>Entries</source>
        <translation>輸入紀錄</translation>
    </message>
    <message>
        <source>Enter corrects or withdraws</source>
        <translation>按 Enter 更正或作廢</translation>
    </message>
    <message>
        <source>Entries of the record</source>
        <translation>病歷中的輸入紀錄</translation>
    </message>
    <message>
        <source>No entries but results yet.</source>
        <translation>目前除檢驗結果外沒有其他紀錄。</translation>
    </message>
    <message>
        <source>The visit is withdrawn with everything that it added, and stays readable.</source>
        <translation>整次看診連同其加入的所有資料作廢；內容仍可查閱。</translation>
    </message>
    <message>
        <source>This entry can be withdrawn and entered anew.</source>
        <translation>此筆可作廢後重新輸入。</translation>
    </message>
    <message>
        <source>Close the list of entries</source>
        <translation>關閉輸入紀錄</translation>
    </message>
    <message>
        <source>Regimen ended</source>
        <translation>療法結束</translation>
    </message>
    <message>
        <source>Say what is right, or withdraw the entry.</source>
        <translation>請填正確內容，或將此筆作廢。</translation>
    </message>
</context>
<context>
    <name>EntryPanel</name>
    <message>
        <source>draft saved {0}</source>
        <extracomment>{0} is a time of day</extracomment>
        <translation>草稿 {0} 已存</translation>
    </message>
    <message>
        <source>Today&apos;s visit</source>
        <translation>今日輸入</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>看診日期</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>檢驗室</translation>
    </message>
    <message>
        <source>Notes…</source>
        <translation>病程記錄…</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>病程記錄</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>Opens limits, method and laboratory of a result</extracomment>
        <translation>細項</translation>
    </message>
    <message>
        <source>+ other test</source>
        <translation>＋其他檢驗</translation>
    </message>
    <message>
        <source>Add another test</source>
        <translation>新增其他檢驗</translation>
    </message>
</context>
<context>
    <name>EntryParts</name>
    <message>
        <source>Signs</source>
        <translation>徵象</translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>FISH</source>
        <translation>FISH</translation>
    </message>
    <message>
        <source>Lesions</source>
        <translation>病灶</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>治療</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Tolerance, protection</source>
        <translation>耐受與防護</translation>
    </message>
    <message>
        <source>Fitness</source>
        <translation>體能與風險</translation>
    </message>
    <message>
        <source>POEMS</source>
        <translation>POEMS</translation>
    </message>
    <message>
        <source>Nerves: ONLS, Rankin</source>
        <translation>神經：ONLS、Rankin</translation>
    </message>
    <message>
        <source>Further findings</source>
        <translation>其他所見</translation>
    </message>
    <message>
        <source>Earlier diagnoses</source>
        <translation>先前診斷</translation>
    </message>
</context>
<context>
    <name>EntryWords</name>
    <message>
        <source>day not known</source>
        <translation>日期不明</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>visit · results: {0} · entries: {1}</source>
        <extracomment>{0} is how many results a visit added, {1} how many other entries</extracomment>
        <translation>看診 · 檢驗：{0} · 記錄：{1}</translation>
    </message>
    <message>
        <source>{0} copies</source>
        <extracomment>{0} is how many copies of a chromosome&apos;s arm were counted, but not one</extracomment>
        <translation>{0} 套</translation>
    </message>
    <message>
        <source>1 copy</source>
        <translation>1 套</translation>
    </message>
    <message>
        <source>both alleles</source>
        <translation>雙等位</translation>
    </message>
    <message>
        <source>not both alleles</source>
        <translation>非雙等位</translation>
    </message>
    <message>
        <source>Earlier diagnosis: {0}</source>
        <extracomment>{0} is a diagnosis that was known before the record begins</extracomment>
        <translation>先前診斷：{0}</translation>
    </message>
    <message>
        <source>Treatment: {0}</source>
        <extracomment>{0} is a regimen with its last day</extracomment>
        <translation>治療：{0}</translation>
    </message>
    <message>
        <source>Event: {0}</source>
        <extracomment>{0} is an event such as a transplant</extracomment>
        <translation>事件：{0}</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>尚未結束</translation>
    </message>
    <message>
        <source>to {0}</source>
        <extracomment>{0} is the last day of a regimen</extracomment>
        <translation>至 {0}</translation>
    </message>
    <message>
        <source>plan {0}</source>
        <extracomment>{0} numbers a planned sequence of treatments</extracomment>
        <translation>計畫 {0}</translation>
    </message>
</context>
<context>
    <name>EventEditor</name>
    <message>
        <source>Event?</source>
        <translation>哪一種事件？</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>on</source>
        <extracomment>Stands before the day of an event</extracomment>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day of the event</source>
        <translation>事件的日期</translation>
    </message>
    <message>
        <source>Note on the event</source>
        <translation>事件的備註</translation>
    </message>
    <message>
        <source>Remove this event from the entry</source>
        <translation>從輸入中移除此事件</translation>
    </message>
    <message>
        <source>Site and dose</source>
        <translation>部位與劑量</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>產品</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
</context>
<context>
    <name>EventList</name>
    <message>
        <source>+ event</source>
        <translation>＋事件</translation>
    </message>
    <message>
        <source>Add an event</source>
        <translation>新增事件</translation>
    </message>
    <message>
        <source>On record: {0}</source>
        <translation>已記錄：{0}</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>trial</source>
        <translation>試驗</translation>
    </message>
    <message>
        <source>approval</source>
        <translation>核准</translation>
    </message>
    <message>
        <source>drug</source>
        <translation>藥物</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>未明之處</translation>
    </message>
    <message>
        <source>pearl or pitfall</source>
        <translation>要訣或陷阱</translation>
    </message>
    <message>
        <source>primary source</source>
        <translation>原始文獻</translation>
    </message>
    <message>
        <source>secondary source</source>
        <translation>次級文獻</translation>
    </message>
    <message>
        <source>as the source prints it</source>
        <translation>依來源所載</translation>
    </message>
    <message>
        <source>decision of this program</source>
        <translation>本程式的決定</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>This calculator is not meant for this patient.</source>
        <translation>這個計算器不適用於此病人。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) copied, nothing of the person.</source>
        <translation>
            <numerusform>已複製 %n 行，不含個人資料。</numerusform>
        </translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>證據</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Back to the trend</source>
        <translation>回到趨勢</translation>
    </message>
    <message>
        <source>Copy inputs: PANGEA</source>
        <translation>複製輸入值：PANGEA</translation>
    </message>
    <message>
        <source>Copy inputs: iStopMM</source>
        <translation>複製輸入值：iStopMM</translation>
    </message>
    <message>
        <source>Puts the values on the clipboard, without the person</source>
        <translation>把數值放到剪貼簿，不含個人資料</translation>
    </message>
    <message>
        <source>For this patient</source>
        <translation>與此病人有關</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>資料庫</translation>
    </message>
</context>
<context>
    <name>Evolving</name>
    <message>
        <source>change {0}</source>
        <extracomment>{0} is a change such as &quot;+33 %, +0.4 g/dL&quot;</extracomment>
        <translation>變化 {0}</translation>
    </message>
    <message>
        <source>beyond the variation of the test</source>
        <translation>超過檢驗變異</translation>
    </message>
    <message>
        <source>inside the variation of the test</source>
        <translation>在檢驗變異之內</translation>
    </message>
    <message>
        <source>confirmed by a second sample</source>
        <translation>第二次檢體已確認</translation>
    </message>
    <message>
        <source>unconfirmed: a second sample has not agreed yet</source>
        <translation>待確認：尚無第二次檢體支持</translation>
    </message>
    <message>
        <source>Not evolving under any of {0} definitions</source>
        <extracomment>{0} is how many definitions of evolving disease were asked</extracomment>
        <translation>{0} 種定義均不符合進展型</translation>
    </message>
    <message>
        <source>Evolving disease: {0} of {1} definitions not settled</source>
        <extracomment>{0} of {1} definitions of evolving disease cannot be answered yet</extracomment>
        <translation>進展型：{1} 種定義中 {0} 種未定</translation>
    </message>
    <message>
        <source>evolving under {0} of {1} definitions, confirmed</source>
        <extracomment>{0} of {1} definitions of evolving disease are met</extracomment>
        <translation>{1} 種定義中 {0} 種符合進展型，已確認</translation>
    </message>
    <message>
        <source>evolving under {0} of {1} definitions, unconfirmed</source>
        <extracomment>{0} of {1} definitions are met; a second sample has not agreed yet</extracomment>
        <translation>{1} 種定義中 {0} 種符合進展型，待確認</translation>
    </message>
    <message>
        <source>{0}, within the noise of the test</source>
        <extracomment>{0} says under how many definitions a change counts as evolving</extracomment>
        <translation>{0}，變化在檢驗變異之內</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <extracomment>{0} is a change such as &quot;M-protein +33 % in 11 months&quot;, {1} what definitions say of it</extracomment>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>Patient&apos;s number</source>
        <translation>病歷號</translation>
    </message>
    <message>
        <source>Kind of number</source>
        <translation>號碼種類</translation>
    </message>
    <message>
        <source>Patient&apos;s name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>採檢日</translation>
    </message>
    <message>
        <source>Reported on</source>
        <translation>報告日</translation>
    </message>
    <message>
        <source>Code of the test</source>
        <translation>檢驗代碼</translation>
    </message>
    <message>
        <source>Name of the test</source>
        <translation>檢驗名稱</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>Lower limit</source>
        <translation>參考下限</translation>
    </message>
    <message>
        <source>Upper limit</source>
        <translation>參考上限</translation>
    </message>
    <message>
        <source>Limits as text</source>
        <translation>參考值（文字）</translation>
    </message>
    <message>
        <source>Mark (H, L)</source>
        <translation>異常標記（H、L）</translation>
    </message>
    <message>
        <source>Specimen</source>
        <translation>檢體</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>檢驗室</translation>
    </message>
    <message>
        <source>Number of the specimen</source>
        <translation>檢體號碼</translation>
    </message>
    <message>
        <source>Status (final, corrected)</source>
        <translation>狀態（最終、更正）</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>As the table shows</source>
        <translation>依表格判讀</translation>
    </message>
    <message>
        <source>A line for each result</source>
        <translation>每列一筆結果</translation>
    </message>
    <message>
        <source>A column for each test</source>
        <translation>每欄一項檢驗</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Files</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Files can be dropped here. Enter reads the chosen one.</source>
        <translation>可將檔案拖放到此處。按 Enter 讀取所選的檔案。</translation>
    </message>
    <message>
        <source>Files that wait</source>
        <translation>等待匯入的檔案</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>監看資料夾…</translation>
    </message>
    <message>
        <source>Watch none</source>
        <translation>不監看</translation>
    </message>
    <message>
        <source>{0} (waits)</source>
        <translation>{0}（等待中）</translation>
    </message>
    <message>
        <source>Watched: {0}</source>
        <extracomment>{0} is the path of a folder</extracomment>
        <translation>監看中：{0}</translation>
    </message>
    <message>
        <source>No folder is watched.</source>
        <translation>未監看任何資料夾。</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>監看資料夾</translation>
    </message>
</context>
<context>
    <name>FishPanel</name>
    <message>
        <source>Last: {0}</source>
        <translation>前次：{0}</translation>
    </message>
</context>
<context>
    <name>FitnessFindings</name>
    <message>
        <source>Frailty</source>
        <translation>衰弱程度</translation>
    </message>
    <message>
        <source>Thrombosis</source>
        <translation>血栓</translation>
    </message>
    <message>
        <source>Myeloma</source>
        <translation>骨髓瘤</translation>
    </message>
</context>
<context>
    <name>FurtherFindings</name>
    <message>
        <source>not done</source>
        <translation>未做</translation>
    </message>
    <message>
        <source>Write a share from 0 to 100.</source>
        <translation>請填 0 到 100 的百分比。</translation>
    </message>
    <message>
        <source>Kidney</source>
        <translation>腎臟</translation>
    </message>
    <message>
        <source>Marrow and blood</source>
        <translation>骨髓與血液</translation>
    </message>
    <message>
        <source>Bones</source>
        <translation>骨骼</translation>
    </message>
    <message>
        <source>Before a treatment</source>
        <translation>治療前</translation>
    </message>
</context>
<context>
    <name>HistoryColumns</name>
    <message>
        <source>Stored</source>
        <translation>存入時間</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>設定檔</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message numerus="yes">
        <source>%n stored</source>
        <translation>
            <numerusform>存入 %n 筆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n corrected</source>
        <translation>
            <numerusform>更正 %n 筆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registered</source>
        <translation>
            <numerusform>登錄 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>stands</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已收回</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>+ earlier diagnosis</source>
        <translation>＋先前診斷</translation>
    </message>
    <message>
        <source>Add an earlier diagnosis</source>
        <translation>新增先前診斷</translation>
    </message>
    <message>
        <source>On record: {0}</source>
        <translation>已記錄：{0}</translation>
    </message>
</context>
<context>
    <name>IdentityPanel</name>
    <message>
        <source>fictional</source>
        <translation>虛構資料</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>疾病歷程</translation>
    </message>
    <message>
        <source>{0} (also {1})</source>
        <extracomment>{0} is a record number, {1} those of registrations that were merged into it</extracomment>
        <translation>{0}（另有 {1}）</translation>
    </message>
    <message>
        <source>birth date unknown</source>
        <translation>生日未知</translation>
    </message>
    <message>
        <source>isotype unknown</source>
        <translation>型別未知</translation>
    </message>
    <message>
        <source>{0} (negative now)</source>
        <extracomment>{0} are the bands of an immunofixation that is negative now</extracomment>
        <translation>{0}（目前陰性）</translation>
    </message>
    <message>
        <source>involved light chain {0}</source>
        <extracomment>{0} is κ or λ</extracomment>
        <translation>受影響輕鏈 {0}</translation>
    </message>
    <message>
        <source>allergies not asked</source>
        <translation>過敏史未問</translation>
    </message>
    <message>
        <source>▲ Allergies: {0}</source>
        <extracomment>{0} is a list of substances</extracomment>
        <translation>▲ 過敏：{0}</translation>
    </message>
    <message>
        <source>no allergies known</source>
        <translation>無已知過敏</translation>
    </message>
</context>
<context>
    <name>IdleMinutes</name>
    <message>
        <source>Lock after so many minutes without use (1–60)</source>
        <translation>閒置幾分鐘後自動鎖定（1–60）</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>ImagingGroup</name>
    <message>
        <source>Write how many lesions (0: none seen), and the largest in mm.</source>
        <translation>請填病灶數（0 表示未見），以及最大者的 mm。</translation>
    </message>
</context>
<context>
    <name>ImmunofixationField</name>
    <message>
        <source>{0}, second band</source>
        <extracomment>{0} is an immunofixation in which a second band was seen</extracomment>
        <translation>{0}，第二條帶</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>未做</translation>
    </message>
    <message>
        <source>one band</source>
        <translation>單一條帶</translation>
    </message>
</context>
<context>
    <name>ImportHistory</name>
    <message>
        <source>Imports that were stored</source>
        <translation>已存入的匯入</translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation>尚未匯入任何資料。</translation>
    </message>
    <message>
        <source>Reason (kept in the record)</source>
        <translation>理由（會留在紀錄中）</translation>
    </message>
    <message>
        <source>Reason for taking the import back</source>
        <translation>收回此次匯入的理由</translation>
    </message>
    <message>
        <source>Take this import back</source>
        <translation>收回此次匯入</translation>
    </message>
    <message>
        <source>Say why; the reason is kept in the record.</source>
        <translation>請說明理由，理由會留在紀錄中。</translation>
    </message>
</context>
<context>
    <name>ImportsPage</name>
    <message>
        <source>Nothing is ready to be stored: see People, Tests and Values.</source>
        <translation>沒有可存入的數值：請看「病人」、「檢驗」與「數值」。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>Choose a file, or drop it here.</source>
        <translation>請選擇檔案，或拖放到此處。</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>選擇檔案</translation>
    </message>
    <message>
        <source>The profile {0} is kept.</source>
        <extracomment>{0} is the name of a laboratory</extracomment>
        <translation>已保存設定檔「{0}」。</translation>
    </message>
    <message>
        <source>No results were found. Look at encoding, table and columns.</source>
        <translation>找不到檢驗結果。請檢查編碼、表格與欄位。</translation>
    </message>
    <message>
        <source>This very file was stored before; only what is new is taken.</source>
        <translation>這個檔案先前存入過；只會存入新的數值。</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) stored.</source>
        <translation>
            <numerusform>已存入 %n 筆結果。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) registered.</source>
        <translation>
            <numerusform>已登錄 %n 位病人。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) stay and are not stored.</source>
        <translation>
            <numerusform>尚有 %n 筆待確認，未存入。</numerusform>
        </translation>
    </message>
    <message>
        <source>History takes it back.</source>
        <translation>可在「歷次匯入」收回。</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) taken back.</source>
        <translation>
            <numerusform>已收回 %n 筆數值。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) were changed since and stay.</source>
        <translation>
            <numerusform>其中 %n 筆之後改過，予以保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped; nothing of it was stored.</source>
        <translation>已停止，沒有存入任何數值。</translation>
    </message>
</context>
<context>
    <name>InputTrouble</name>
    <message>
        <source>At most: {0}.</source>
        <extracomment>{0} is the most that can be read, such as &quot;200,000 values&quot;</extracomment>
        <translation>上限：{0}。</translation>
    </message>
    <message>
        <source>Line {0}: {1}</source>
        <extracomment>{0} is the number of a line in a file, {1} what is wrong there</extracomment>
        <translation>第 {0} 行：{1}</translation>
    </message>
    <message>
        <source>{0} values</source>
        <translation>{0} 筆數值</translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation>{0} 個字元</translation>
    </message>
    <message>
        <source>{0} cells</source>
        <translation>{0} 個儲存格</translation>
    </message>
    <message>
        <source>The workbook has a password: save it without one and try again.</source>
        <translation>活頁簿有密碼：請另存為沒有密碼的檔案再試。</translation>
    </message>
    <message>
        <source>The file is too long: split it.</source>
        <translation>檔案太長：請分成幾個檔案。</translation>
    </message>
    <message>
        <source>The workbook is too large: split it.</source>
        <translation>活頁簿太大：請分成幾個檔案。</translation>
    </message>
    <message>
        <source>This kind of file cannot be read: save it as xlsx or csv.</source>
        <translation>無法讀取這種檔案：請另存為 xlsx 或 csv。</translation>
    </message>
    <message>
        <source>The workbook is damaged: save it anew as xlsx.</source>
        <translation>活頁簿已損壞：請重新存成 xlsx。</translation>
    </message>
    <message>
        <source>A quotation mark is opened and never closed.</source>
        <translation>引號有開頭而沒有結尾。</translation>
    </message>
    <message>
        <source>The line is too long.</source>
        <translation>這一行太長。</translation>
    </message>
    <message>
        <source>The encoding does not fit: choose another one.</source>
        <translation>編碼不符：請選擇其他編碼。</translation>
    </message>
    <message>
        <source>The file cannot be opened: is it gone, or open elsewhere?</source>
        <translation>無法開啟檔案：是否已移走，或正由其他程式開啟？</translation>
    </message>
    <message>
        <source>The file cannot be read; expected: {0}.</source>
        <extracomment>{0} is what was expected, in English</extracomment>
        <translation>無法讀取檔案；應為：{0}。</translation>
    </message>
</context>
<context>
    <name>IntervalRow</name>
    <message>
        <source>Back to the guideline</source>
        <translation>回復指引值</translation>
    </message>
    <message>
        <source>{0}: back to the guideline</source>
        <extracomment>{0} is a follow-up rule</extracomment>
        <translation>{0}：恢復指引值</translation>
    </message>
    <message>
        <source>first</source>
        <translation>先</translation>
    </message>
    <message>
        <source>then</source>
        <translation>之後</translation>
    </message>
    <message>
        <source>{0}, step {1}: fewest months</source>
        <extracomment>{0} is a follow-up rule, {1} the number of its step</extracomment>
        <translation>{0}，第 {1} 階段：最少月數</translation>
    </message>
    <message>
        <source>{0}, step {1}: most months</source>
        <translation>{0}，第 {1} 階段：最多月數</translation>
    </message>
    <message>
        <source>Fill in every step, or none.</source>
        <translation>請填滿每個階段，或全部留空。</translation>
    </message>
    <message>
        <source>guideline: {0} months</source>
        <extracomment>{0} are months, such as &quot;6, 12&quot;</extracomment>
        <translation>指引：{0} 個月</translation>
    </message>
</context>
<context>
    <name>IssuedPanel</name>
    <message>
        <source>Issued before</source>
        <translation>先前發給</translation>
    </message>
    <message>
        <source>Issued leaflets and letters</source>
        <translation>已發出的衛教單與信件</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>尚無。</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>再次顯示</translation>
    </message>
    <message>
        <source>Show the issued sheet again</source>
        <translation>再次顯示已發出的單張</translation>
    </message>
</context>
<context>
    <name>ItemColumns</name>
    <message>
        <source>As printed</source>
        <translation>原名稱</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>範例</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>對應</translation>
    </message>
    <message>
        <source>which test?</source>
        <translation>哪一項？</translation>
    </message>
    <message>
        <source>never imported</source>
        <translation>永不匯入</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Tests that somebody must name</source>
        <translation>待指定的檢驗</translation>
    </message>
    <message>
        <source>Never import this test</source>
        <translation>永不匯入此檢驗</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新詢問</translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) to be named; this is asked once for a laboratory.</source>
        <translation>
            <numerusform>有 %n 項檢驗待指定；每家檢驗室只問一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Every test of this source is known.</source>
        <translation>此來源的檢驗都已認得。</translation>
    </message>
</context>
<context>
    <name>KnownTreatments</name>
    <message>
        <source>Stop…</source>
        <translation>結束…</translation>
    </message>
    <message>
        <source>End {0}</source>
        <extracomment>{0} is a regimen with its days</extracomment>
        <translation>結束 {0}</translation>
    </message>
</context>
<context>
    <name>LanguageButton</name>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
</context>
<context>
    <name>LeafletChoices</name>
    <message>
        <source>Which</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Leaflet or letter</source>
        <translation>衛教單或信件</translation>
    </message>
    <message>
        <source>Enclosed</source>
        <translation>附上</translation>
    </message>
    <message>
        <source>Which leaflet or letter</source>
        <translation>哪一份衛教單或信件</translation>
    </message>
    <message>
        <source>Languages of the sheet</source>
        <translation>單張的語言</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>大字版</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>檢驗結果</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>圖</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>條件</translation>
    </message>
    <message>
        <source>Until a doctor of this clinic approves the text, every print says so.</source>
        <translation>在本診所醫師核可內容之前，每份列印都會註明「未核可」。</translation>
    </message>
    <message>
        <source>approved by this clinic</source>
        <translation>本診所已核可</translation>
    </message>
    <message>
        <source>not yet approved by this clinic</source>
        <translation>本診所尚未核可</translation>
    </message>
    <message>
        <source>review overdue</source>
        <translation>逾期未複審</translation>
    </message>
</context>
<context>
    <name>LeafletPage</name>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Preview of the sheet</source>
        <translation>單張預覽</translation>
    </message>
    <message>
        <source>Names are hidden. {0} shows the pages.</source>
        <extracomment>{0} is a key</extracomment>
        <translation>姓名已遮蔽。按 {0} 可顯示頁面。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 頁</numerusform>
        </translation>
    </message>
    <message>
        <source>The text is approved; prints no longer say so.</source>
        <translation>內容已核可，列印時不再註明「未核可」。</translation>
    </message>
    <message>
        <source>Issued; exactly these pages are kept. Now save or print them.</source>
        <translation>已發給；系統會原樣保存這幾頁。接著請儲存或列印。</translation>
    </message>
    <message>
        <source>This was issued before, exactly as shown.</source>
        <translation>這份先前已發給，內容與所示完全相同。</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>儲存單張</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已儲存。</translation>
    </message>
    <message>
        <source>The file could not be written there.</source>
        <translation>無法在該處寫入檔案。</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已送至印表機。</translation>
    </message>
</context>
<context>
    <name>LesionEditor</name>
    <message>
        <source>such as T10</source>
        <translation>例如 T10</translation>
    </message>
    <message>
        <source>Name of the lesion</source>
        <translation>病灶名稱</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Site of the lesion</source>
        <translation>病灶部位</translation>
    </message>
    <message>
        <source>Diameters in mm</source>
        <translation>徑長（mm）</translation>
    </message>
    <message>
        <source>SUVmax</source>
        <translation>SUVmax</translation>
    </message>
    <message>
        <source>kind?</source>
        <translation>種類？</translation>
    </message>
    <message>
        <source>Kind of the lesion</source>
        <translation>病灶種類</translation>
    </message>
    <message>
        <source>seen by?</source>
        <translation>檢查方式？</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>檢查方式</translation>
    </message>
    <message>
        <source>Proven by biopsy</source>
        <translation>切片證實</translation>
    </message>
    <message>
        <source>Touches bone</source>
        <translation>與骨相連</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>The lesion is gone</source>
        <translation>病灶已消失</translation>
    </message>
    <message>
        <source>Remove this lesion from the entry</source>
        <translation>從輸入中移除此病灶</translation>
    </message>
    <message>
        <source>Choose the kind of the lesion.</source>
        <translation>請選擇病灶種類。</translation>
    </message>
    <message>
        <source>Last: {0} mm, {1}</source>
        <extracomment>{0} are diameters, {1} is a day</extracomment>
        <translation>前次：{0} mm，{1}</translation>
    </message>
</context>
<context>
    <name>LesionField</name>
    <message>
        <source>count</source>
        <translation>數目</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>{0}: number of lesions</source>
        <extracomment>{0} is an examination such as whole-body CT</extracomment>
        <translation>{0}：病灶數目</translation>
    </message>
    <message>
        <source>{0}: largest lesion in mm</source>
        <translation>{0}：最大病灶（mm）</translation>
    </message>
    <message>
        <source>{0}: region</source>
        <translation>{0}：部位</translation>
    </message>
    <message>
        <source>region?</source>
        <translation>部位？</translation>
    </message>
</context>
<context>
    <name>LesionList</name>
    <message>
        <source>+ lesion</source>
        <translation>＋病灶</translation>
    </message>
    <message>
        <source>Add a lesion</source>
        <translation>新增病灶</translation>
    </message>
    <message>
        <source>Known from before; press what was looked at again:</source>
        <translation>先前已知；再次檢查者請按：</translation>
    </message>
    <message>
        <source>Looked at again: {0}</source>
        <extracomment>{0} is a lesion with its kind, size and day</extracomment>
        <translation>再次檢查：{0}</translation>
    </message>
</context>
<context>
    <name>LimitsRow</name>
    <message>
        <source>Limits</source>
        <translation>參考值</translation>
    </message>
    <message>
        <source>Take the last limits of {0}</source>
        <extracomment>{0} is the name of a test</extracomment>
        <translation>沿用 {0} 前次的參考值</translation>
    </message>
    <message>
        <source>low</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>high</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Lower limit of {0}</source>
        <translation>{0} 的下限</translation>
    </message>
    <message>
        <source>Upper limit of {0}</source>
        <translation>{0} 的上限</translation>
    </message>
    <message>
        <source>as last: {0}–{1}</source>
        <translation>同前次：{0}–{1}</translation>
    </message>
</context>
<context>
    <name>MergeForm</name>
    <message>
        <source>birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>The two disagree: {0}.</source>
        <extracomment>{0} is &quot;birth date&quot;, &quot;sex&quot; or both</extracomment>
        <translation>兩筆資料不一致：{0}。</translation>
    </message>
    <message>
        <source>The other is then found and read as this patient. Nothing is moved or lost.</source>
        <translation>合併後，另一筆會以這位病人被找到與讀取；資料不搬動也不遺失。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>Both come back, each with their own rows; both are assessed anew.</source>
        <translation>兩筆病歷各自帶著自己的資料恢復，並重新評估。</translation>
    </message>
    <message>
        <source>Part again</source>
        <translation>還原合併</translation>
    </message>
    <message>
        <source>Reason (kept in the record)</source>
        <translation>理由（留在紀錄中）</translation>
    </message>
    <message>
        <source>Reason of merging or parting</source>
        <translation>合併或還原的理由</translation>
    </message>
    <message>
        <source>They are one person all the same</source>
        <translation>仍確認為同一人</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>病歷號</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>看診次數</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最近看診</translation>
    </message>
    <message>
        <source>Results and entries</source>
        <translation>檢驗與記錄</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Merged into it</source>
        <translation>併入</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Say that they are one person all the same, or leave it.</source>
        <translation>請勾選仍確認為同一人，否則請取消。</translation>
    </message>
    <message>
        <source>Say why; the reason is kept in the record.</source>
        <translation>請說明理由；理由會留在紀錄中。</translation>
    </message>
</context>
<context>
    <name>MergePanel</name>
    <message>
        <source>Same person</source>
        <translation>同一人</translation>
    </message>
    <message>
        <source>Enter compares; every merge can be undone</source>
        <translation>Enter 比較；合併隨時可還原</translation>
    </message>
    <message>
        <source>Number, name or birth date of the other</source>
        <translation>另一筆的病歷號、姓名或出生日期</translation>
    </message>
    <message>
        <source>Find the other registration</source>
        <translation>尋找另一筆登記</translation>
    </message>
    <message>
        <source>Merged, and perhaps the same person</source>
        <translation>已合併者與可能為同一人者</translation>
    </message>
    <message>
        <source>Nobody alike. Type the other&apos;s number or name, then Enter.</source>
        <translation>沒有相似的人。輸入另一筆的病歷號或姓名，再按 Enter。</translation>
    </message>
    <message>
        <source>Close without merging</source>
        <translation>關閉，不合併</translation>
    </message>
    <message>
        <source>merged {0}: {1}</source>
        <extracomment>{0} is a day, {1} a reason</extracomment>
        <translation>{0} 併入：{1}</translation>
    </message>
    <message>
        <source>Merged. Both are read as this patient now.</source>
        <translation>已合併，兩筆現在視為同一位病人。</translation>
    </message>
    <message>
        <source>Parted. Both patients are in the list again.</source>
        <translation>已還原，兩位病人都回到名單。</translation>
    </message>
</context>
<context>
    <name>MrdField</name>
    <message>
        <source>not tested</source>
        <translation>未檢驗</translation>
    </message>
    <message>
        <source>method?</source>
        <translation>方法？</translation>
    </message>
    <message>
        <source>{0}: method</source>
        <extracomment>{0} is the test for minimal residual disease</extracomment>
        <translation>{0}：方法</translation>
    </message>
    <message>
        <source>sensitivity?</source>
        <translation>靈敏度？</translation>
    </message>
    <message>
        <source>{0}: sensitivity</source>
        <translation>{0}：靈敏度</translation>
    </message>
</context>
<context>
    <name>Myeloma</name>
    <message>
        <source>Nothing recorded speaks of myeloma.</source>
        <translation>紀錄中沒有骨髓瘤的跡象。</translation>
    </message>
    <message>
        <source>Lines of therapy</source>
        <translation>治療線</translation>
    </message>
    <message>
        <source>End of smouldering myeloma</source>
        <translation>燜悶型骨髓瘤的結束</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>不符合的項目</translation>
    </message>
    <message>
        <source>Computed values beside the reported ones</source>
        <translation>計算值（與報告值分列）</translation>
    </message>
    <message>
        <source>Stage at diagnosis</source>
        <translation>診斷時分期</translation>
    </message>
    <message>
        <source>Stage, if it is myeloma</source>
        <translation>分期（若為骨髓瘤）</translation>
    </message>
    <message>
        <source>reported: {0}</source>
        <extracomment>{0} is the value that the laboratory reported of the same quantity</extracomment>
        <translation>報告值：{0}</translation>
    </message>
    <message>
        <source>refractory</source>
        <extracomment>Beside a drug, a class or a regimen</extracomment>
        <translation>難治</translation>
    </message>
    <message>
        <source>Time to the next treatment</source>
        <translation>至下次治療的時間</translation>
    </message>
    <message>
        <source>Time to progression</source>
        <translation>至惡化的時間</translation>
    </message>
    <message>
        <source>Plasma cell leukaemia</source>
        <translation>漿細胞白血病</translation>
    </message>
    <message>
        <source>Baseline of line {0}</source>
        <extracomment>{0} is the number of a line of therapy</extracomment>
        <translation>第 {0} 線的基準</translation>
    </message>
    <message>
        <source>Response ({0})</source>
        <extracomment>{0} is the version of the criteria, such as IMWG 2016</extracomment>
        <translation>反應（{0}）</translation>
    </message>
    <message>
        <source>line {0}</source>
        <extracomment>{0} is the number of a line of therapy</extracomment>
        <translation>第 {0} 線</translation>
    </message>
    <message>
        <source>possible: {0}</source>
        <extracomment>{0} are the response categories that the known values allow</extracomment>
        <translation>可能：{0}</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>病程</translation>
    </message>
    <message>
        <source>Outside the marrow</source>
        <translation>骨髓外</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>Protection before and on treatment</source>
        <translation>治療前與治療中的防護</translation>
    </message>
    <message>
        <source>Frailty and thrombosis: information</source>
        <translation>衰弱與血栓：供參考</translation>
    </message>
    <message>
        <source>Reminders as reported elsewhere: no order</source>
        <translation>他處報告的提醒：並非醫囑</translation>
    </message>
    <message>
        <source>? May apply: {0}</source>
        <extracomment>{0} is a sentence on treatment, shown although a test that it depends on is missing</extracomment>
        <translation>? 可能適用：{0}</translation>
    </message>
</context>
<context>
    <name>MyelomaPanel</name>
    <message>
        <source>Myeloma: stage, lines, response</source>
        <translation>骨髓瘤：分期、治療線、反應</translation>
    </message>
</context>
<context>
    <name>NervePart</name>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>How the answers were had</source>
        <translation>取得答案的方式</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未註明</translation>
    </message>
    <message>
        <source>Rankin scale</source>
        <translation>Rankin 量表</translation>
    </message>
    <message>
        <source>Rankin scale, in words</source>
        <translation>Rankin 量表（文字）</translation>
    </message>
    <message>
        <source>not graded</source>
        <translation>未評</translation>
    </message>
    <message>
        <source>Questions of the ONLS</source>
        <translation>ONLS 問題</translation>
    </message>
    <message>
        <source>ONLS: {0}</source>
        <extracomment>{0} are the grades of arm and leg with their sum</extracomment>
        <translation>ONLS：{0}</translation>
    </message>
    <message>
        <source>No total before both grades are there.</source>
        <translation>上肢與下肢都評了才有總分。</translation>
    </message>
    <message>
        <source>+{0} above the lowest of this line ({1} on {2}). Ask for a drug that harms nerves. Nerves recover slowly: best two to three years after treatment.</source>
        <extracomment>{0} how many points more, {1} the lowest total of the line of therapy, {2} its day</extracomment>
        <translation>比本線最低分高 {0} 分（{2} 為 {1} 分）。請詢問是否用過傷神經的藥。神經恢復緩慢，治療後二至三年最好。</translation>
    </message>
</context>
<context>
    <name>NeuropathyRow</name>
    <message>
        <source>type?</source>
        <translation>類型？</translation>
    </message>
    <message>
        <source>Type of the neuropathy</source>
        <translation>神經病變類型</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>The two do not agree. Type the passphrase again.</source>
        <translation>兩次輸入不一致，請重新輸入。</translation>
    </message>
    <message>
        <source>New passphrase (8 characters or more)</source>
        <translation>新密碼（至少 8 個字元）</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再輸入一次</translation>
    </message>
</context>
<context>
    <name>NoiseList</name>
    <message>
        <source>+ own value</source>
        <translation>＋自訂值</translation>
    </message>
    <message>
        <source>Add a value of the clinic&apos;s own</source>
        <translation>新增本診所自訂值</translation>
    </message>
    <message>
        <source>Published: {0}</source>
        <translation>已發表：{0}</translation>
    </message>
</context>
<context>
    <name>NoiseRow</name>
    <message>
        <source>every laboratory</source>
        <translation>所有檢驗室</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>檢驗室</translation>
    </message>
    <message>
        <source>test?</source>
        <translation>項目？</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Noise in percent</source>
        <translation>變異（%）</translation>
    </message>
    <message>
        <source>Remove: the published value holds again</source>
        <translation>移除：恢復使用已發表的數值</translation>
    </message>
    <message>
        <source>published: {0} %</source>
        <extracomment>{0} is a percentage</extracomment>
        <translation>已發表：{0} %</translation>
    </message>
</context>
<context>
    <name>NumberEdit</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>OnlsForm</name>
    <message>
        <source>Clear the answers</source>
        <translation>清除答案</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未問</translation>
    </message>
</context>
<context>
    <name>OriginWords</name>
    <message>
        <source>paste</source>
        <translation>貼上的內容</translation>
    </message>
    <message>
        <source>From {0}, line {1}</source>
        <extracomment>{0} is a file&apos;s name, {1} the number of a line in it</extracomment>
        <translation>來自{0}，第 {1} 行</translation>
    </message>
</context>
<context>
    <name>OverrideForm</name>
    <message>
        <source>My conclusion differs</source>
        <translation>我的結論不同</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>診斷</translation>
    </message>
    <message>
        <source>Diagnosis?</source>
        <translation>診斷？</translation>
    </message>
    <message>
        <source>Reason (kept in the record)</source>
        <translation>理由（會留存紀錄）</translation>
    </message>
    <message>
        <source>Reason for the different conclusion</source>
        <translation>不同結論的理由</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>改判</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose the diagnosis.</source>
        <translation>請選擇診斷。</translation>
    </message>
    <message>
        <source>Say why; the reason is kept in the record.</source>
        <translation>請寫明理由，理由會留存紀錄。</translation>
    </message>
</context>
<context>
    <name>OwnPassphrase</name>
    <message>
        <source>Passphrase until now</source>
        <translation>目前的密碼</translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation>變更我的密碼</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>User</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>開啟中…</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>開啟資料檔</translation>
    </message>
    <message>
        <source>Forgotten? Use the recovery key</source>
        <translation>忘記密碼？使用救援金鑰</translation>
    </message>
    <message>
        <source>This passphrase does not open the record. Nothing was changed; try again.</source>
        <translation>密碼不正確。資料沒有任何變更，請再試一次。</translation>
    </message>
    <message numerus="yes">
        <source>Several wrong passphrases. The next try is possible in %n s; the record is safe.</source>
        <translation>
            <numerusform>密碼錯了好幾次，%n 秒後可再試。資料安全無虞。</numerusform>
        </translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>大寫鎖定似乎開啟了。</translation>
    </message>
</context>
<context>
    <name>PastePanel</name>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>剪貼簿沒有文字。</translation>
    </message>
    <message>
        <source>Nothing is ready yet: answer the questions, or Esc to leave them out.</source>
        <translation>還沒有可存入的數值：請回答問題，或按 Esc 略過。</translation>
    </message>
    <message>
        <source>Nothing of the paste was new.</source>
        <translation>貼上的內容沒有新的數值。</translation>
    </message>
    <message>
        <source>Taken back right after pasting</source>
        <translation>貼上後隨即收回</translation>
    </message>
    <message>
        <source>Pasted results</source>
        <translation>貼上的檢驗</translation>
    </message>
    <message>
        <source>Enter stores what is ready · T take, L leave, R replace · Esc leaves no trace</source>
        <translation>Enter 存入可存的 · T 採用、L 略過、R 取代 · Esc 不留任何資料</translation>
    </message>
    <message>
        <source>Reading the paste</source>
        <translation>讀取貼上的內容</translation>
    </message>
    <message>
        <source>Close without storing</source>
        <translation>關閉，不存入</translation>
    </message>
    <message>
        <source>No results were found in the pasted text.</source>
        <translation>貼上的文字中找不到檢驗結果。</translation>
    </message>
    <message>
        <source>Exactly this text was stored before; only what is new is taken.</source>
        <translation>這段文字先前存入過；只會存入新的數值。</translation>
    </message>
    <message numerus="yes">
        <source>Stored. %n question(s) stay: answer, or Esc to leave out.</source>
        <translation>
            <numerusform>已存入。尚有 %n 筆待確認：請回答，或按 Esc 略過。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) stored from the paste.</source>
        <translation>
            <numerusform>已從貼上的內容存入 %n 筆結果。</numerusform>
        </translation>
    </message>
    <message>
        <source>The paste was taken back.</source>
        <translation>已收回貼上的數值。</translation>
    </message>
</context>
<context>
    <name>PatientPage</name>
    <message>
        <source>Your role reads this page; it types and signs nothing</source>
        <translation>您的權限可閱讀本頁，不能輸入或簽署</translation>
    </message>
    <message>
        <source>Your entry is kept; a doctor signs the visit</source>
        <translation>您的輸入會保留，由醫師簽署</translation>
    </message>
    <message>
        <source>Supports, never replaces, clinical judgement</source>
        <translation>輔助判讀，請依臨床判斷</translation>
    </message>
    <message>
        <source>There is no earlier version of this entry.</source>
        <translation>這次輸入沒有更早的版本。</translation>
    </message>
    <message>
        <source>No leaflet fits this conclusion.</source>
        <translation>沒有適合此結論的衛教單。</translation>
    </message>
    <message>
        <source>Nothing has been entered yet.</source>
        <translation>尚未輸入任何資料。</translation>
    </message>
    <message>
        <source>The visit is signed. Enter accepts the conclusion.</source>
        <translation>本次看診已簽署。按 Enter 接受結論。</translation>
    </message>
    <message>
        <source>Add to that visit</source>
        <translation>併入該次看診</translation>
    </message>
    <message>
        <source>A second visit</source>
        <translation>另立第二次看診</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PeopleColumns</name>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>病人</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>處置</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略過</translation>
    </message>
    <message>
        <source>will be registered</source>
        <translation>將登錄</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已選定</translation>
    </message>
    <message>
        <source>who is it?</source>
        <translation>是哪一位？</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>People of this source</source>
        <translation>此來源的病人</translation>
    </message>
    <message>
        <source>Register everybody who is not in the record</source>
        <translation>登錄所有尚未建檔的人</translation>
    </message>
    <message>
        <source>Register as a new patient</source>
        <translation>登錄為新病人</translation>
    </message>
    <message>
        <source>Leave this person out</source>
        <translation>略過此人</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be answered</source>
        <translation>
            <numerusform>%n 人待確認</numerusform>
        </translation>
    </message>
    <message>
        <source>It is {0}</source>
        <extracomment>{0} is a registered patient</extracomment>
        <translation>就是 {0}</translation>
    </message>
</context>
<context>
    <name>PeopleWords</name>
    <message>
        <source>in the record</source>
        <translation>已建檔</translation>
    </message>
    <message>
        <source>disagrees</source>
        <translation>資料不符</translation>
    </message>
    <message>
        <source>not registered</source>
        <translation>尚未建檔</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>無病歷號</translation>
    </message>
</context>
<context>
    <name>PlanChoice</name>
    <message>
        <source>Part of which planned sequence</source>
        <translation>屬於哪一個預定的治療計畫</translation>
    </message>
    <message>
        <source>planned? not stated</source>
        <translation>是否預定？未註明</translation>
    </message>
    <message>
        <source>new line (plan {0})</source>
        <extracomment>{0} numbers a planned sequence of treatments</extracomment>
        <translation>新的治療線（計畫 {0}）</translation>
    </message>
    <message>
        <source>planned part of plan {0}: {1}</source>
        <extracomment>{0} numbers a planned sequence of treatments, {1} are its regimens</extracomment>
        <translation>計畫 {0} 的預定部分：{1}</translation>
    </message>
</context>
<context>
    <name>Poems</name>
    <message>
        <source>Response, axis by axis</source>
        <translation>反應（各面向分列）</translation>
    </message>
    <message>
        <source>Response of line {0}, axis by axis</source>
        <extracomment>{0} is the number of a line of therapy</extracomment>
        <translation>第 {0} 線的反應（各面向分列）</translation>
    </message>
    <message>
        <source>How late the axes follow</source>
        <translation>各面向改善的快慢</translation>
    </message>
    <message>
        <source>on the border</source>
        <translation>恰在界線</translation>
    </message>
    <message>
        <source>Nothing recorded speaks of POEMS.</source>
        <translation>紀錄中沒有 POEMS 的跡象。</translation>
    </message>
    <message>
        <source>Adverse factors (not weighted)</source>
        <translation>不利因子（不加權）</translation>
    </message>
    <message>
        <source>Follow-up of each series</source>
        <translation>各項追蹤</translation>
    </message>
    <message>
        <source>Treatment as published: options, no orders</source>
        <translation>文獻中的治療：選項，並非醫囑</translation>
    </message>
    <message>
        <source>Other diseases</source>
        <translation>其他疾病</translation>
    </message>
    <message>
        <source>Other criteria, only shown</source>
        <translation>其他準則（僅供對照）</translation>
    </message>
    <message>
        <source>Both are needed</source>
        <translation>兩項都必須</translation>
    </message>
    <message>
        <source>Other majors: one is needed</source>
        <translation>其他主要準則：至少一項</translation>
    </message>
    <message>
        <source>Minors: one is needed</source>
        <translation>次要準則：至少一項</translation>
    </message>
    <message>
        <source>Beside the criteria</source>
        <translation>準則之外</translation>
    </message>
    <message>
        <source>Tests that come next</source>
        <translation>接下來的檢查</translation>
    </message>
    <message>
        <source>Alive after {0} years: {1} % ({2})</source>
        <extracomment>{0} years, {1} percent of patients who are alive then, {2} risk group</extracomment>
        <translation>{0} 年存活：{1} %（{2}）</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已做</translation>
    </message>
    <message>
        <source>due {0}</source>
        <extracomment>Before a day on which a test falls due</extracomment>
        <translation>{0} 到期</translation>
    </message>
    <message>
        <source>never</source>
        <translation>未做過</translation>
    </message>
    <message>
        <source>? May apply: {0}</source>
        <extracomment>{0} is a sentence on treatment, shown although a test that it depends on is missing</extracomment>
        <translation>? 可能適用：{0}</translation>
    </message>
</context>
<context>
    <name>PoemsFindings</name>
    <message>
        <source>Weight, platelets, VEGF</source>
        <translation>體重、血小板、VEGF</translation>
    </message>
    <message>
        <source>Nerves, fluid, fundus</source>
        <translation>神經、積水、眼底</translation>
    </message>
    <message>
        <source>Organs and nodes</source>
        <translation>器官與淋巴結</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>皮膚</translation>
    </message>
    <message>
        <source>Hormone axes affected</source>
        <translation>受影響的內分泌軸</translation>
    </message>
    <message>
        <source>Heart and lungs</source>
        <translation>心肺</translation>
    </message>
    <message>
        <source>Bone and PET</source>
        <translation>骨骼與 PET</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Against the baseline of the line</source>
        <translation>與本線基準相比</translation>
    </message>
</context>
<context>
    <name>PoemsImaging</name>
    <message>
        <source>Hottest lesion, SUVmax</source>
        <translation>攝取最高病灶 SUVmax</translation>
    </message>
    <message>
        <source>SUVmax of the hottest lesion</source>
        <translation>攝取最高病灶的 SUVmax</translation>
    </message>
    <message>
        <source>new FDG focus</source>
        <translation>新的 FDG 病灶</translation>
    </message>
    <message>
        <source>FDG uptake normal</source>
        <translation>FDG 攝取正常</translation>
    </message>
    <message>
        <source>Write how many lesions (0: none seen), and the largest in mm.</source>
        <translation>請填病灶數（0 表示未見），以及最大者的 mm。</translation>
    </message>
</context>
<context>
    <name>PoemsPanel</name>
    <message>
        <source>POEMS: response, criteria, follow-up</source>
        <translation>POEMS：反應、準則、追蹤</translation>
    </message>
</context>
<context>
    <name>PoemsSettings</name>
    <message>
        <source>Response criteria</source>
        <translation>反應準則</translation>
    </message>
    <message>
        <source>VEGF rises from</source>
        <translation>VEGF 上升界線</translation>
    </message>
    <message>
        <source>Serum VEGF that counts as a rise, in pg/mL</source>
        <translation>視為上升的血清 VEGF（pg/mL）</translation>
    </message>
    <message>
        <source>Serum VEGF after complete response counts as a rise from here on.</source>
        <translation>VEGF 完全反應後，血清值達此即視為上升。</translation>
    </message>
</context>
<context>
    <name>ReadingForm</name>
    <message>
        <source>Names are hidden.</source>
        <translation>姓名已遮蔽。</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>設定檔</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>編碼</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>First lines, as read</source>
        <translation>前幾行（讀取結果）</translation>
    </message>
    <message>
        <source>Columns: leave those that are recognised</source>
        <translation>欄位：已認得的不必更改</translation>
    </message>
    <message>
        <source>Name of the laboratory</source>
        <translation>檢驗室名稱</translation>
    </message>
    <message>
        <source>Name under which the profile is kept</source>
        <translation>設定檔的名稱</translation>
    </message>
    <message>
        <source>Keep profile</source>
        <translation>保存設定檔</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（無）</translation>
    </message>
    <message>
        <source>as recognised</source>
        <translation>自動判讀</translation>
    </message>
</context>
<context>
    <name>ReasonFrame</name>
    <message>
        <source>Back to the trend</source>
        <translation>回到趨勢</translation>
    </message>
    <message>
        <source>Choose a row to read all of it.</source>
        <translation>選一列即可閱讀全文。</translation>
    </message>
</context>
<context>
    <name>ReasoningTree</name>
    <message>
        <source>Criterion</source>
        <translation>條件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Cut-off</source>
        <translation>閾值</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出處</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備註</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Diagnosis</source>
        <translation>診斷</translation>
    </message>
    <message>
        <source>Evolving disease</source>
        <translation>進展型</translation>
    </message>
    <message>
        <source>Kidney (MGRS)</source>
        <translation>腎臟（MGRS）</translation>
    </message>
    <message>
        <source>Visits and referral</source>
        <translation>回診與轉介</translation>
    </message>
    <message>
        <source>Light chain ranges (second line, not in the score)</source>
        <translation>輕鏈參考範圍（另列，不計分）</translation>
    </message>
    <message>
        <source>Nearest change</source>
        <translation>最近的變化</translation>
    </message>
    <message>
        <source>Early treatment: information, not an order</source>
        <translation>早期治療：僅供參考，並非醫囑</translation>
    </message>
    <message>
        <source>Quality of the data</source>
        <translation>資料品質</translation>
    </message>
    <message>
        <source>Where sources differ: what is printed, what is used here</source>
        <translation>文獻不一致之處：原文所載、本程式採用</translation>
    </message>
    <message>
        <source>{0} (fits here)</source>
        <extracomment>{0} is a risk model, the one that suits what is known of the patient</extracomment>
        <translation>{0}（較合適）</translation>
    </message>
    <message>
        <source>death ignored</source>
        <translation>不計死亡</translation>
    </message>
    <message>
        <source>death competing</source>
        <translation>計入死亡競爭</translation>
    </message>
    <message>
        <source>Progression in {0} years</source>
        <extracomment>{0} years, beside the percentage of patients who progress</extracomment>
        <translation>{0} 年內進展</translation>
    </message>
    <message>
        <source>Median until progression</source>
        <translation>至進展的中位時間</translation>
    </message>
    <message>
        <source>{0} months</source>
        <extracomment>{0} months</extracomment>
        <translation>{0} 個月</translation>
    </message>
    <message>
        <source>Consider a kidney biopsy</source>
        <translation>請考慮腎臟切片</translation>
    </message>
    <message>
        <source>Kidney disease of the clone suspected</source>
        <translation>懷疑單株相關腎病</translation>
    </message>
    <message>
        <source>awaiting verification</source>
        <translation>待查證</translation>
    </message>
    <message>
        <source>{0} (awaiting verification)</source>
        <extracomment>{0} is what a rule says that nobody has verified yet</extracomment>
        <translation>{0}（待查證）</translation>
    </message>
</context>
<context>
    <name>ReasonsPanel</name>
    <message>
        <source>Reasons</source>
        <translation>判定理由</translation>
    </message>
</context>
<context>
    <name>RecoveryForm</name>
    <message>
        <source>Type the text of the printed recovery key. If it was printed in three parts, any two of them open the record.</source>
        <translation>請輸入紙本救援金鑰的文字。若分成三份，任兩份即可開啟。</translation>
    </message>
    <message>
        <source>Recovery key, or its first part</source>
        <translation>救援金鑰，或其第一份</translation>
    </message>
    <message>
        <source>Second part, if there are parts</source>
        <translation>第二份（若有分份）</translation>
    </message>
    <message>
        <source>New passphrase (8 characters or more)</source>
        <translation>新密碼（至少 8 個字元）</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>再輸入一次密碼</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>開啟中…</translation>
    </message>
    <message>
        <source>Open with the recovery key</source>
        <translation>以救援金鑰開啟</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The two do not agree. Type the passphrase again.</source>
        <translation>兩次輸入不一致，請重新輸入。</translation>
    </message>
</context>
<context>
    <name>RecoveryPanel</name>
    <message>
        <source>Shown this once and kept nowhere: print it now, and lock the print away.</source>
        <translation>只顯示這一次，不會另存：請立刻列印，並上鎖保管。</translation>
    </message>
    <message>
        <source>A printed key that opens the record if the passphrase is lost. A new key ends the one before.</source>
        <translation>印在紙上的金鑰，忘記密碼時可開啟資料。製作新的金鑰後，舊的就失效。</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>救援金鑰</translation>
    </message>
    <message>
        <source>one sheet</source>
        <translation>一張紙</translation>
    </message>
    <message>
        <source>three parts, two open</source>
        <translation>分三份，任兩份可開啟</translation>
    </message>
    <message>
        <source>Make a recovery key</source>
        <translation>製作救援金鑰</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>儲存 PDF</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>What was typed before is still here.</source>
        <translation>先前輸入的內容還在。</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>重新填寫</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>新病人建檔</translation>
    </message>
    <message>
        <source>Fields with * are required; the rest may stay unknown.</source>
        <translation>有 * 的欄位必填，其餘可以留白（未知）。</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>病歷號</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Leaflets in</source>
        <translation>衛教單語言</translation>
    </message>
    <message>
        <source>1959-03-08, 48-03-08 (ROC year), 1959-03, 1959</source>
        <translation>1959-03-08、48-03-08（民國年）、1959-03、1959</translation>
    </message>
    <message>
        <source>Laboratory limits depend on it.</source>
        <translation>檢驗參考值會用到。</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>RescueDesk</name>
    <message>
        <source>Choose a backup</source>
        <translation>選擇備份檔</translation>
    </message>
</context>
<context>
    <name>RescueForm</name>
    <message>
        <source>Passphrase of this backup</source>
        <translation>這份備份的密碼</translation>
    </message>
    <message>
        <source>User</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Reading and restoring…</source>
        <translation>讀取並還原中…</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>還原這份備份</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>選擇其他檔案…</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation>正在尋找備份…</translation>
    </message>
    <message>
        <source>No backup was found in
{0}
If one lies elsewhere, choose its file.</source>
        <extracomment>{0} are folders, each on a line</extracomment>
        <translation>在以下位置找不到備份：
{0}
若備份放在別處，請選擇該檔案。</translation>
    </message>
    <message>
        <source>Chosen backup</source>
        <translation>選擇的備份</translation>
    </message>
    <message>
        <source>Last good backup: {0}</source>
        <extracomment>{0} is a day, time and age</extracomment>
        <translation>最近一份完好的備份：{0}</translation>
    </message>
    <message numerus="yes">
        <source>%n newer backup(s) do not read back whole.</source>
        <translation>
            <numerusform>另有 %n 份較新的備份無法完整讀出。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultField</name>
    <message>
        <source>Unit of {0}</source>
        <extracomment>{0} is the name of a test</extracomment>
        <translation>{0} 的單位</translation>
    </message>
    <message>
        <source>Why is this value right?</source>
        <translation>為什麼這個數值正確？</translation>
    </message>
    <message>
        <source>Reason for the value of {0}</source>
        <translation>{0} 數值的理由</translation>
    </message>
</context>
<context>
    <name>ResultGrid</name>
    <message>
        <source>Results</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>本次</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前次</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基準</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變化</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>變異</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趨勢</translation>
    </message>
    <message>
        <source>real</source>
        <translation>真實</translation>
    </message>
    <message>
        <source>in noise</source>
        <translation>變異內</translation>
    </message>
    <message>
        <source>below the laboratory&apos;s limit</source>
        <translation>低於檢驗室下限</translation>
    </message>
    <message>
        <source>above the laboratory&apos;s limit</source>
        <translation>高於檢驗室上限</translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message>
        <source>Results</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>No results yet.</source>
        <translation>尚無數值。</translation>
    </message>
    <message>
        <source>Correct or withdraw…</source>
        <translation>更正或作廢…</translation>
    </message>
    <message>
        <source>Draw this test alone</source>
        <translation>單獨繪製此項目</translation>
    </message>
    <message>
        <source>Other entries: correct or withdraw…</source>
        <translation>其他紀錄：更正或作廢…</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Values on their way into the record</source>
        <translation>準備存入的數值</translation>
    </message>
    <message>
        <source>Which values are shown</source>
        <translation>顯示哪些數值</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>待確認</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可存入</translation>
    </message>
    <message numerus="yes">
        <source>%n will be stored</source>
        <translation>
            <numerusform>將存入 %n 筆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will be withdrawn</source>
        <translation>
            <numerusform>將撤回 %n 筆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>待確認 %n 筆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>已有 %n 筆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a result</source>
        <translation>
            <numerusform>無結果 %n 筆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>略過 %n 筆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not possible</source>
        <translation>
            <numerusform>無法存入 %n 筆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not read</source>
        <translation>
            <numerusform>%n 行未讀</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Doctor</source>
        <translation>醫師</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>護理師</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>櫃台</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>reads, signs, corrects, merges</source>
        <translation>閱讀、簽署、更正、合併病人</translation>
    </message>
    <message>
        <source>reads, types visits, imports, prints</source>
        <translation>閱讀、輸入就診、匯入、列印</translation>
    </message>
    <message>
        <source>finds and registers; nothing clinical</source>
        <translation>查找與登錄病人，看不到臨床內容</translation>
    </message>
    <message>
        <source>users, settings, backups, log</source>
        <translation>使用者、設定、備份、使用記錄</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Rules</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>In force: version {0}, hash {1}…</source>
        <extracomment>{0} is the version of the rules, {1} the start of their hash</extracomment>
        <translation>現行版本 {0}，雜湊值 {1}…</translation>
    </message>
    <message>
        <source>Patients whose group would change</source>
        <translation>分組會改變的病人</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>Compares every stored conclusion with what the rules say today of the same facts. Nothing is rewritten.</source>
        <translation>把每一則已存的結論，與現行規則對同樣資料的判讀相比對。不會改寫任何內容。</translation>
    </message>
    <message numerus="yes">
        <source>Stopped before the end. Compared: {0} of {1}. %n would change group.</source>
        <extracomment>{0} of {1} patients of the record, %n of them would change group</extracomment>
        <translation>
            <numerusform>未完成即停止：已比對 {0}/{1} 位，其中 %n 位分組會改變。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared: {0} of {1}. %n would change group.</source>
        <extracomment>{0} of {1} patients of the record, %n of them would change group</extracomment>
        <translation>
            <numerusform>已比對 {0}/{1} 位，其中 %n 位分組會改變。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would only come back at another time.</source>
        <translation>
            <numerusform>%n 位僅回診時間不同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read.</source>
        <translation>
            <numerusform>%n 位無法讀取。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafetyNotice</name>
    <message>
        <source>To the backups</source>
        <translation>前往備份</translation>
    </message>
    <message>
        <source>The record file is damaged: what is on the screen may lack something. Nothing was overwritten, and the backups are not touched. Enter nothing more; restore the last good backup.</source>
        <translation>資料檔已損壞，畫面上的內容可能不完整。沒有任何資料被覆寫，備份也完好未動。請勿再輸入，並還原最近一份完好的備份。</translation>
    </message>
    <message>
        <source>The newest entries are gone: the file in which they stood last was damaged or removed. Everything older is whole. Look through the last visits and enter again what is missing, or compare with the last backup.</source>
        <translation>最新輸入的內容遺失：最後存放它的檔案損壞或被移走，更早的資料都完整。請查看最近的就診並補輸入，或與最近的備份比對。</translation>
    </message>
    <message>
        <source>The record could not be looked over. Nothing was changed. Check it on the page of backups.</source>
        <translation>無法查看資料檔是否完好，沒有任何變更。請到備份頁檢查。</translation>
    </message>
    <message>
        <source>Restored: {0}.</source>
        <extracomment>{0} are counts of patients, visits and results</extracomment>
        <translation>已還原：{0}。</translation>
    </message>
    <message>
        <source>Restored from the backup of {0}: {1}.</source>
        <extracomment>{0} is a day, time and age; {1} are counts of patients, visits and results</extracomment>
        <translation>已由 {0} 的備份還原：{1}。</translation>
    </message>
    <message>
        <source>What stood in its place lies in the folder of backups, under before-restore. Log in with the passphrase of this backup from now on.</source>
        <translation>原來的資料檔放在備份資料夾，名稱以 before-restore 開頭。今後請用這份備份的密碼登入。</translation>
    </message>
</context>
<context>
    <name>SameButton</name>
    <message numerus="yes">
        <source>%n answer(s) as last time</source>
        <translation>
            <numerusform>%n 項同上次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScopePanel</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Due in 30 days</source>
        <translation>30 天內回診</translation>
    </message>
    <message>
        <source>All patients</source>
        <translation>全部病人</translation>
    </message>
</context>
<context>
    <name>SecondPlaceRow</name>
    <message>
        <source>Second place</source>
        <translation>第二備份處</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>選擇資料夾…</translation>
    </message>
    <message>
        <source>No second place</source>
        <translation>不用第二處</translation>
    </message>
    <message>
        <source>None. A copy on another disk helps where this disk is lost.</source>
        <translation>未設定。若這顆磁碟損壞，另一顆磁碟上的副本可以救回資料。</translation>
    </message>
    <message>
        <source>The disk there is full.</source>
        <translation>該處磁碟已滿。</translation>
    </message>
    <message>
        <source>The backups themselves are there; choose a folder on another disk.</source>
        <translation>備份本身就放在那裡；請選擇另一顆磁碟上的資料夾。</translation>
    </message>
    <message>
        <source>What was written there reads differently: the disk may be failing.</source>
        <translation>寫入的內容讀回不符，磁碟可能快壞了。</translation>
    </message>
    <message>
        <source>The folder cannot be reached or written; is the disk connected?</source>
        <translation>連不到或無法寫入該資料夾，磁碟是否已接上？</translation>
    </message>
    <message>
        <source>{0}: the last copy failed. {1}</source>
        <extracomment>{0} is a folder, {1} is a sentence that says why</extracomment>
        <translation>{0}：上次複製失敗。{1}</translation>
    </message>
    <message>
        <source>Second place for backups</source>
        <translation>備份的第二個位置</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Not saved yet: save it, or close once more to drop it.</source>
        <translation>尚未儲存：請儲存，或再按一次關閉以放棄。</translation>
    </message>
    <message>
        <source>Drop the changes</source>
        <translation>放棄變更</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Clinic, on every printed sheet</source>
        <translation>診所資料（印在每張單張上）</translation>
    </message>
    <message>
        <source>Noise of the tests</source>
        <translation>檢驗變異</translation>
    </message>
    <message>
        <source>Follow-up intervals in months</source>
        <translation>追蹤間隔（月）</translation>
    </message>
    <message>
        <source>Response of POEMS</source>
        <translation>POEMS 的反應</translation>
    </message>
    <message>
        <source>Grey is what was published; what you type here takes its place.</source>
        <translation>灰色是已發表的數值；在此輸入的會取代它。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>醫師</translation>
    </message>
    <message>
        <source>Saved. The next assessments use it; earlier ones stay as they are.</source>
        <translation>已儲存。之後的判讀會採用；先前的維持原樣。</translation>
    </message>
    <message>
        <source>What was changed before is still here and not saved yet.</source>
        <translation>先前的變更仍在，尚未儲存。</translation>
    </message>
    <message>
        <source>Not all was saved: see beside the fields.</source>
        <translation>並未全部儲存：請見欄位旁的說明。</translation>
    </message>
</context>
<context>
    <name>SideEffectRow</name>
    <message>
        <source>Side effect</source>
        <translation>副作用</translation>
    </message>
    <message>
        <source>grade {0}</source>
        <extracomment>{0} is the grade of a side effect</extracomment>
        <translation>第 {0} 級</translation>
    </message>
    <message>
        <source>grade?</source>
        <translation>級別？</translation>
    </message>
    <message>
        <source>Grade of the side effect</source>
        <translation>副作用的級別</translation>
    </message>
    <message>
        <source>Remove this side effect from the entry</source>
        <translation>從輸入中移除此副作用</translation>
    </message>
</context>
<context>
    <name>SoundnessWords</name>
    <message>
        <source>The record is whole, every page, every row and the whole log: {0}.</source>
        <extracomment>{0} are counts of patients, visits and results</extracomment>
        <translation>資料檔完好，每一頁、每一列與全部記錄都已讀過：{0}。</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>另有 %n 項。</numerusform>
        </translation>
    </message>
    <message>
        <source>The check changed nothing.</source>
        <translation>檢查沒有變更任何內容。</translation>
    </message>
    <message>
        <source>This passphrase does not open the backup. It is the passphrase of the time when the backup was made.</source>
        <translation>這組密碼無法開啟這份備份。請用備份當時的密碼。</translation>
    </message>
    <message>
        <source>This file is damaged. Nothing was changed.</source>
        <translation>這個檔案已損壞，沒有任何變更。</translation>
    </message>
    <message>
        <source>The backup is not complete: its .db and .keys files must lie side by side. Nothing was changed.</source>
        <translation>備份不完整：.db 與 .keys 檔必須放在一起。沒有任何變更。</translation>
    </message>
    <message>
        <source>The key file of this backup is damaged. Choose another one.</source>
        <translation>這份備份的金鑰檔已損壞，請選另一份。</translation>
    </message>
    <message>
        <source>Pages or rows of the record file are damaged. What is on the screen may lack something. Restore the last good backup.</source>
        <translation>資料檔有些頁或列已損壞，畫面上的內容可能不完整。請還原最近一份完好的備份。</translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Method of {0}</source>
        <extracomment>{0} is the name of a test</extracomment>
        <translation>{0} 的方法</translation>
    </message>
    <message>
        <source>other lab</source>
        <translation>他院</translation>
    </message>
    <message>
        <source>Laboratory of {0}, if another</source>
        <translation>{0} 的檢驗室（若不同）</translation>
    </message>
    <message>
        <source>Take the last method of {0}</source>
        <translation>沿用 {0} 前次的方法</translation>
    </message>
</context>
<context>
    <name>StainField</name>
    <message>
        <source>ratio</source>
        <translation>比值</translation>
    </message>
    <message>
        <source>{0}: kappa divided by lambda</source>
        <extracomment>{0} is a stain of the marrow&apos;s plasma cells for kappa and lambda</extracomment>
        <translation>{0}：κ 除以 λ 的比值</translation>
    </message>
    <message>
        <source>number</source>
        <translation>數目</translation>
    </message>
    <message>
        <source>{0}: plasma cells counted</source>
        <translation>{0}：計數的漿細胞</translation>
    </message>
    <message>
        <source>cells counted</source>
        <extracomment>Stands after how many cells were counted</extracomment>
        <translation>顆漿細胞（計數）</translation>
    </message>
    <message>
        <source>Write the ratio as one number, such as 4 or 0.5, and the cells as a whole number.</source>
        <translation>請將比值寫成一個數字，例如 4 或 0.5；細胞數請填整數。</translation>
    </message>
</context>
<context>
    <name>ToleranceFindings</name>
    <message>
        <source>Side effects</source>
        <translation>副作用</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>防護</translation>
    </message>
    <message>
        <source>Hepatitis B</source>
        <translation>B 型肝炎</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Locks in {0} s; any key keeps it open</source>
        <extracomment>{0} is a number of seconds</extracomment>
        <translation>{0} 秒後鎖定，按任意鍵可繼續</translation>
    </message>
    <message>
        <source>Name, record number, birth date  {0}</source>
        <extracomment>{0} is a key, such as Ctrl+F</extracomment>
        <translation>姓名、病歷號、生日…  {0}</translation>
    </message>
    <message>
        <source>Find patient</source>
        <translation>尋找病人</translation>
    </message>
    <message>
        <source>Demonstration: fictional patients, removed when you close</source>
        <translation>示範：虛構病人，關閉後即刪除</translation>
    </message>
    <message>
        <source>Today {0}</source>
        <translation>今日 {0}</translation>
    </message>
    <message>
        <source>Overdue {0}</source>
        <translation>逾期 {0}</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>處理中…</translation>
    </message>
</context>
<context>
    <name>ToxicityList</name>
    <message>
        <source>+ side effect</source>
        <translation>＋副作用</translation>
    </message>
    <message>
        <source>Add a side effect</source>
        <translation>新增副作用</translation>
    </message>
    <message>
        <source>Write what it is, and its grade.</source>
        <translation>請寫出是什麼副作用，以及級別。</translation>
    </message>
</context>
<context>
    <name>TreatmentEditor</name>
    <message>
        <source>Regimen (↓ shows the known ones)</source>
        <translation>療法（按 ↓ 列出已知的）</translation>
    </message>
    <message>
        <source>Regimen</source>
        <translation>療法</translation>
    </message>
    <message>
        <source>Drugs, separated by commas</source>
        <translation>藥物，以逗號分隔</translation>
    </message>
    <message>
        <source>from</source>
        <translation>自</translation>
    </message>
    <message>
        <source>First day of the regimen</source>
        <translation>療法的第一天</translation>
    </message>
    <message>
        <source>Days of one cycle</source>
        <translation>每個週期的天數</translation>
    </message>
    <message>
        <source>days each</source>
        <extracomment>Stands after the length of a cycle</extracomment>
        <translation>天一週期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Note on the regimen</source>
        <translation>療法的備註</translation>
    </message>
    <message>
        <source>Remove this regimen from the entry</source>
        <translation>從輸入中移除此療法</translation>
    </message>
</context>
<context>
    <name>TreatmentList</name>
    <message>
        <source>+ regimen</source>
        <translation>＋療法</translation>
    </message>
    <message>
        <source>Add a regimen</source>
        <translation>新增療法</translation>
    </message>
</context>
<context>
    <name>TrialForm</name>
    <message>
        <source>Restore {0}</source>
        <extracomment>{0} is the name of a file</extracomment>
        <translation>還原 {0}</translation>
    </message>
    <message>
        <source>A copy is opened and read whole first, then compared with the record of now. Nothing is replaced before you press once more.</source>
        <translation>先開啟副本並完整讀過，再與現在的資料檔比較。在您再按一次之前，不會取代任何資料。</translation>
    </message>
    <message>
        <source>Fire drill with {0}</source>
        <extracomment>{0} is the name of a file</extracomment>
        <translation>以 {0} 做還原演練</translation>
    </message>
    <message>
        <source>A copy is opened as on another computer and read whole. The record stays as it is; a dated slip is kept beside the backups.</source>
        <translation>如同在另一台電腦上，開啟副本並完整讀過。資料檔不變，並在備份旁留一份註明日期的紀錄。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Passphrase of this backup</source>
        <translation>這份備份的密碼</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>讀取中…</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>開啟副本</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>還原中…</translation>
    </message>
    <message>
        <source>Restore this backup now</source>
        <translation>現在還原這份備份</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>This backup opens, but lacks entries that it had when it was made, or its slip was changed. It is not restored; choose another one.</source>
        <translation>這份備份打得開，但缺少製作時就有的資料，或其備份紀錄曾遭更動。不予還原；請選擇另一份。</translation>
    </message>
    <message>
        <source>It opens and is whole. It holds: {0}.</source>
        <translation>可以開啟且完整，內含：{0}。</translation>
    </message>
    <message>
        <source>Lines of its log were changed or are missing: check the record to see which. What is recorded of patients is not touched by it.</source>
        <translation>其使用紀錄有數行遭更動或缺失：請檢查資料檔以得知是哪幾行。病人的資料不受影響。</translation>
    </message>
    <message>
        <source>The record of now: {0}.</source>
        <extracomment>{0} are counts of patients, visits and results</extracomment>
        <translation>現在的資料檔：{0}。</translation>
    </message>
    <message>
        <source>Entered since and gone from the record after a restore: {0}.</source>
        <extracomment>{0} are counts of patients, visits and results</extracomment>
        <translation>備份後才輸入、還原後資料檔將沒有的：{0}。</translation>
    </message>
    <message>
        <source>Entered since this backup: {0}.</source>
        <extracomment>{0} are counts of patients, visits and results</extracomment>
        <translation>備份後輸入的：{0}。</translation>
    </message>
    <message>
        <source>The record of now is copied to the backups before, with a name that begins with before-restore; nothing is deleted.</source>
        <translation>還原前會先把現在的資料檔複製到備份處，名稱以 before-restore 開頭，不會刪除任何資料。</translation>
    </message>
    <message>
        <source>Fire drill passed {0}; slip: {1}.</source>
        <extracomment>{0} is a day and time, {1} the name of a file</extracomment>
        <translation>{0} 還原演練通過，紀錄：{1}。</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>The record file is damaged.</source>
        <translation>資料檔已損壞。</translation>
    </message>
    <message>
        <source>M-Spike has not changed it. Backups in the folder below are not touched.</source>
        <translation>M-Spike 沒有變更它，下方資料夾裡的備份也完好未動。</translation>
    </message>
    <message>
        <source>The record was written by a newer M-Spike.</source>
        <translation>資料檔是由較新版的 M-Spike 寫入的。</translation>
    </message>
    <message>
        <source>The data are safe: this version has not touched them.</source>
        <translation>資料安全：這個版本沒有動過資料。</translation>
    </message>
    <message>
        <source>Install the newer version on this computer and start it.</source>
        <translation>請在這台電腦安裝較新的版本，再啟動。</translation>
    </message>
    <message>
        <source>The record file is not where it was.</source>
        <translation>資料檔不在原來的位置。</translation>
    </message>
    <message>
        <source>Its keys are still here. No empty record was made in its place.</source>
        <translation>金鑰檔還在，也沒有另建空白資料檔。</translation>
    </message>
    <message>
        <source>The key file of the record is missing.</source>
        <translation>缺少資料檔的金鑰檔。</translation>
    </message>
    <message>
        <source>The record is unchanged, but stays closed without its keys.</source>
        <translation>資料檔沒有變更，但沒有金鑰就無法開啟。</translation>
    </message>
    <message>
        <source>Bring the last good backup back. The damaged file is kept beside it.</source>
        <translation>請還原最近一份完好的備份，損壞的檔案會另外保留。</translation>
    </message>
    <message>
        <source>Bring the file back into the folder below and press &apos;Try again&apos;, or restore the last backup.</source>
        <translation>請把檔案放回下方資料夾再按「再試一次」，或還原最近的備份。</translation>
    </message>
    <message>
        <source>Restore the last backup: it has its own keys. The record is kept beside it.</source>
        <translation>請還原最近的備份，備份附有自己的金鑰；原資料檔會另外保留。</translation>
    </message>
    <message>
        <source>The key file of the record is damaged.</source>
        <translation>資料檔的金鑰檔已損壞。</translation>
    </message>
    <message>
        <source>The record is already open in another window.</source>
        <translation>資料檔已在另一個視窗開啟。</translation>
    </message>
    <message>
        <source>The data are safe.</source>
        <translation>資料安全。</translation>
    </message>
    <message>
        <source>Go on in that window, or close it and press &apos;Try again&apos;.</source>
        <translation>請到那個視窗繼續，或關閉它後再按「再試一次」。</translation>
    </message>
    <message>
        <source>The record is busy.</source>
        <translation>資料檔忙碌中。</translation>
    </message>
    <message>
        <source>Wait a moment, then press &apos;Try again&apos;.</source>
        <translation>請稍候，再按「再試一次」。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁碟已滿。</translation>
    </message>
    <message>
        <source>What was recorded before is safe.</source>
        <translation>先前記錄的資料安全。</translation>
    </message>
    <message>
        <source>Free some space on the disk, then press &apos;Try again&apos;.</source>
        <translation>請清出磁碟空間，再按「再試一次」。</translation>
    </message>
    <message>
        <source>The record lies on another computer.</source>
        <translation>資料檔放在另一台電腦上。</translation>
    </message>
    <message>
        <source>It was not opened and not changed: over a network two computers could damage it.</source>
        <translation>沒有開啟，也沒有變更：經由網路，兩台電腦可能會弄壞它。</translation>
    </message>
    <message>
        <source>Move the folder to a disk of this computer and start M-Spike there. Backups may well go to the network.</source>
        <translation>請把資料夾移到這台電腦的磁碟再啟動 M-Spike。備份則可以放在網路上。</translation>
    </message>
    <message>
        <source>The record is not where it was.</source>
        <translation>資料檔不在原來的位置。</translation>
    </message>
    <message>
        <source>File and keys are gone, but backups are here. No empty record was made.</source>
        <translation>資料檔與金鑰檔都不見了，但備份還在。沒有另建空白資料檔。</translation>
    </message>
    <message>
        <source>Bring clinic.db and clinic.keys back and press &apos;Try again&apos;, or restore the last backup.</source>
        <translation>請把 clinic.db 與 clinic.keys 放回後按「再試一次」，或還原最近的備份。</translation>
    </message>
    <message>
        <source>Restore a backup of another computer</source>
        <translation>還原另一台電腦的備份</translation>
    </message>
    <message>
        <source>There is no record on this computer that could be replaced.</source>
        <translation>這台電腦上沒有會被取代的資料檔。</translation>
    </message>
    <message>
        <source>Choose the .db file of the backup; its .keys file must lie beside it.</source>
        <translation>請選擇備份的 .db 檔，.keys 檔必須放在一起。</translation>
    </message>
    <message>
        <source>The folder of the record cannot be written.</source>
        <translation>無法寫入資料檔所在的資料夾。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>沒有任何變更。</translation>
    </message>
    <message>
        <source>Ask for the right to write in the folder below, then press &apos;Try again&apos;.</source>
        <translation>請取得下方資料夾的寫入權限，再按「再試一次」。</translation>
    </message>
    <message>
        <source>The record could not be opened.</source>
        <translation>資料檔無法開啟。</translation>
    </message>
    <message>
        <source>Press &apos;Try again&apos;. If it fails again, restart the computer.</source>
        <translation>請按「再試一次」。若仍失敗，請重新啟動電腦。</translation>
    </message>
</context>
<context>
    <name>TroublePanel</name>
    <message>
        <source>Create an empty record</source>
        <translation>建立空白資料檔</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Close M-Spike</source>
        <translation>關閉 M-Spike</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Record of the haematology clinic</source>
        <translation>血液科門診病歷</translation>
    </message>
    <message>
        <source>Fictional patients. Passphrase: {0}</source>
        <extracomment>{0} is a passphrase</extracomment>
        <translation>虛構病人。密碼：{0}</translation>
    </message>
    <message>
        <source>Preparing fictional patients…</source>
        <translation>正在準備虛構病人…</translation>
    </message>
    <message>
        <source>Record: {0}</source>
        <extracomment>{0} is the path of a file</extracomment>
        <translation>資料檔：{0}</translation>
    </message>
    <message>
        <source>This key belongs to another record, or to an earlier kit.</source>
        <translation>這組金鑰屬於另一份資料，或是較早製作的。</translation>
    </message>
</context>
<context>
    <name>UserColumns</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登入名稱</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已停用</translation>
    </message>
</context>
<context>
    <name>UserForm</name>
    <message>
        <source>New user</source>
        <translation>新增使用者</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>變更 {0}</translation>
    </message>
    <message>
        <source>Another passphrase for {0}</source>
        <translation>為 {0} 設定新密碼</translation>
    </message>
    <message>
        <source>Take {0} back</source>
        <translation>恢復 {0}</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登入名稱</translation>
    </message>
    <message>
        <source>small letters; stands in the log and stays for good</source>
        <translation>小寫英文；會留在記錄中，不能更改</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>UsersPage</name>
    <message>
        <source>Users and access</source>
        <translation>使用者與權限</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>My passphrase</source>
        <translation>我的密碼</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>救援金鑰</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>變更…</translation>
    </message>
    <message>
        <source>Give a passphrase…</source>
        <translation>設定新密碼…</translation>
    </message>
    <message>
        <source>Retire…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>恢復…</translation>
    </message>
    <message>
        <source>Saved. It holds from the next log-in.</source>
        <translation>已儲存，下次登入起生效。</translation>
    </message>
    <message>
        <source>This login was given before; take another one.</source>
        <translation>這個登入名稱已經用過，請換一個。</translation>
    </message>
    <message>
        <source>Retire {0}? They cannot log in any more; what they did stays.</source>
        <extracomment>{0} is the login of a user</extracomment>
        <translation>要停用 {0} 嗎？停用後不能再登入，過去的記錄會保留。</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Your passphrase is changed. The old one opens nothing any more.</source>
        <translation>密碼已變更，舊密碼不再有效。</translation>
    </message>
    <message>
        <source>Saved. It holds at once.</source>
        <translation>已儲存，立即生效。</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>儲存 PDF</translation>
    </message>
    <message>
        <source>Saved. Bring the file off this computer, then delete it here.</source>
        <translation>已儲存。請把檔案移到別處保管，再從這台電腦刪除。</translation>
    </message>
    <message>
        <source>The PDF could not be saved there. Choose another folder.</source>
        <translation>PDF 無法儲存在那裡，請選另一個資料夾。</translation>
    </message>
</context>
<context>
    <name>VegfField</name>
    <message>
        <source>VEGF from</source>
        <translation>VEGF 檢體</translation>
    </message>
    <message>
        <source>Specimen of the VEGF</source>
        <translation>VEGF 的檢體</translation>
    </message>
    <message>
        <source>serum</source>
        <translation>血清</translation>
    </message>
    <message>
        <source>plasma</source>
        <translation>血漿</translation>
    </message>
    <message>
        <source>not stated</source>
        <extracomment>The specimen of a blood test is not stated</extracomment>
        <translation>未註明</translation>
    </message>
    <message>
        <source>Serum or plasma? Without it no limit holds.</source>
        <translation>血清還是血漿？不註明就沒有可用的界線。</translation>
    </message>
    <message>
        <source>The earlier VEGF is of another specimen: the two are not compared or converted.</source>
        <translation>先前的 VEGF 是另一種檢體：兩者不比較，也不換算。</translation>
    </message>
</context>
<context>
    <name>VerdictBody</name>
    <message>
        <source>The program concluded: {0}. Reason: {1}</source>
        <extracomment>{0} is the program&apos;s conclusion, {1} the doctor&apos;s reason for another one</extracomment>
        <translation>程式的結論：{0}。改判理由：{1}</translation>
    </message>
    <message>
        <source>fits here</source>
        <translation>較合適</translation>
    </message>
    <message>
        <source>The model for which the tests of this patient suffice</source>
        <translation>此病人已有的檢查足以使用的模型</translation>
    </message>
    <message>
        <source>Would be settled by:</source>
        <translation>補上即可確定：</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Conclusion</source>
        <translation>結論</translation>
    </message>
    <message>
        <source>Accepted ✔</source>
        <translation>已接受 ✔</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Accept the conclusion of the signed visit</source>
        <translation>接受已簽署看診的結論</translation>
    </message>
    <message>
        <source>not signed yet</source>
        <translation>尚未簽署</translation>
    </message>
    <message>
        <source>doctor&apos;s conclusion</source>
        <translation>醫師判定</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>No conclusion yet</source>
        <translation>尚無結論</translation>
    </message>
    <message>
        <source> or </source>
        <extracomment>Between the diagnoses that are still possible</extracomment>
        <translation> 或 </translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <extracomment>{0} is a risk model, {1} its group and points, or why it does not apply</extracomment>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0}-year progression: {1} % (95 % CI {2}; {3})</source>
        <extracomment>{0} years, {1} percent, {2} its confidence interval, {3} the people measured</extracomment>
        <translation>{0} 年進展：{1} %（95 % CI {2}；{3}）</translation>
    </message>
    <message>
        <source>{0}-year progression: {1} % ({2})</source>
        <extracomment>{0} years, {1} percent of patients who progress, {2} the people in whom it was measured</extracomment>
        <translation>{0} 年進展：{1} %（{2}）</translation>
    </message>
    <message>
        <source>Median until progression: {0} months ({1})</source>
        <extracomment>{0} months, {1} the people in whom it was measured</extracomment>
        <translation>至進展中位時間：{0} 個月（{1}）</translation>
    </message>
    <message>
        <source>{0}-year progression: {1} % with death ignored, {2} % with death competing</source>
        <extracomment>{0} years; {1} and {2} are percentages of patients who progress: if nobody died of something else, and counting that some do</extracomment>
        <translation>{0} 年進展：{1} %（不計死亡）、{2} %（計入死亡競爭）</translation>
    </message>
</context>
<context>
    <name>WaitingFiles</name>
    <message numerus="yes">
        <source>%n file(s) waiting</source>
        <translation>
            <numerusform>%n 個檔案等待匯入</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Stopped; nothing was stored.</source>
        <translation>已停止，沒有存入任何數值。</translation>
    </message>
    <message>
        <source>F</source>
        <translation>女</translation>
    </message>
    <message>
        <source>M</source>
        <translation>男</translation>
    </message>
    <message>
        <source>sex unknown</source>
        <translation>性別未知</translation>
    </message>
    <message>
        <source>{0}</source>
        <comment>age</comment>
        <extracomment>Age of a patient in whole years, as short as can be: &quot;67&quot; in English</extracomment>
        <translation>{0} 歲</translation>
    </message>
</context>
<context>
    <name>WorklistColumns</name>
    <message>
        <source>Patient</source>
        <translation>病人</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>診斷</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>風險</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>上次看診</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>下次回診</translation>
    </message>
    <message>
        <source>not assessed</source>
        <translation>未評估</translation>
    </message>
    <message>
        <source>doctor&apos;s verdict</source>
        <translation>醫師判定</translation>
    </message>
    <message numerus="yes">
        <source>%n possible</source>
        <translation>
            <numerusform>%n 種可能</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <extracomment>{0} and {1} are diagnoses or risk groups that are both still possible</extracomment>
        <translation>{0}或{1}</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚無</translation>
    </message>
    <message>
        <source>refer now</source>
        <translation>立即轉介</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>WorklistPage</name>
    <message>
        <source>Patients</source>
        <translation>病人清單</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n 位病人</numerusform>
        </translation>
    </message>
    <message>
        <source>Search: {0}</source>
        <extracomment>{0} is what was typed into the search field</extracomment>
        <translation>搜尋：{0}</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n are listed. Type to find others.</source>
        <translation>
            <numerusform>只列出前 %n 位，輸入文字可找其他病人。</numerusform>
        </translation>
    </message>
    <message>
        <source>No patients yet</source>
        <translation>還沒有病人</translation>
    </message>
    <message>
        <source>Register the first patient; the visit can begin at once.</source>
        <translation>為第一位病人建檔，即可開始看診。</translation>
    </message>
    <message>
        <source>Register a patient</source>
        <translation>病人建檔</translation>
    </message>
    <message>
        <source>Nobody found for &apos;{0}&apos;</source>
        <translation>找不到「{0}」</translation>
    </message>
    <message>
        <source>Looked at names, record numbers and birth dates of all patients.</source>
        <translation>已比對全部病人的姓名、病歷號與生日。</translation>
    </message>
    <message>
        <source>Register as a new patient</source>
        <translation>以新病人建檔</translation>
    </message>
    <message>
        <source>Nobody in this list</source>
        <translation>這份清單沒有病人</translation>
    </message>
    <message>
        <source>Show all patients</source>
        <translation>顯示全部病人</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
</context>
<context>
    <name>_Duration</name>
    <message numerus="yes">
        <source>{0} in %n month(s)</source>
        <extracomment>{0} is a test and its change, %n the months that it took</extracomment>
        <translation>
            <numerusform>{0}（%n 個月內）</numerusform>
        </translation>
    </message>
</context>
</TS>
