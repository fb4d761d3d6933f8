<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AbnormalityRow</name>
    <message>
        <source>{0}: share of cells in percent</source>
        <extracomment>{0} is a chromosomal abnormality</extracomment>
        <translation>{0}：细胞百分比</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>细胞</translation>
    </message>
    <message>
        <source>{0}: number of copies</source>
        <translation>{0}：拷贝数</translation>
    </message>
    <message>
        <source>copies</source>
        <extracomment>Stands after how many copies of a chromosome&apos;s arm were counted</extracomment>
        <translation>拷贝</translation>
    </message>
    <message>
        <source>Both alleles</source>
        <extracomment>Whether a deletion took both alleles</extracomment>
        <translation>双等位缺失</translation>
    </message>
</context>
<context>
    <name>AllergyField</name>
    <message>
        <source>penicillin, …</source>
        <translation>青霉素…</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>对什么过敏</translation>
    </message>
    <message>
        <source>Name what it is.</source>
        <translation>请写明是什么。</translation>
    </message>
</context>
<context>
    <name>AmendForm</name>
    <message>
        <source>Value to correct</source>
        <translation>要更正的数值</translation>
    </message>
    <message>
        <source>Right value</source>
        <translation>正确数值</translation>
    </message>
    <message>
        <source>Unit of the right value</source>
        <translation>正确数值的单位</translation>
    </message>
</context>
<context>
    <name>AnalytePicker</name>
    <message>
        <source>Type a part of the test&apos;s name</source>
        <translation>输入检验名称的一部分</translation>
    </message>
    <message>
        <source>Which test is it?</source>
        <translation>这是哪一项检验？</translation>
    </message>
    <message>
        <source>Tests that fit</source>
        <translation>符合的检验</translation>
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
        <translation>此数值正确的理由（Enter）</translation>
    </message>
    <message>
        <source>Reason why this value is right</source>
        <translation>此数值正确的理由</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两个都保留</translation>
    </message>
    <message>
        <source>Withdraw the stored value</source>
        <translation>撤回已存的值</translation>
    </message>
    <message>
        <source>Replace the stored value</source>
        <translation>替换已存的数值</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>Never import this test</source>
        <translation>永不导入此检验</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新询问</translation>
    </message>
    <message>
        <source>It is this patient all the same</source>
        <translation>确实是这位患者</translation>
    </message>
</context>
<context>
    <name>AnswerChip</name>
    <message>
        <source>? {0}: not asked</source>
        <extracomment>{0} is a symptom or sign about which nobody asked yet</extracomment>
        <translation>? {0} 未问</translation>
    </message>
    <message>
        <source>{0}: no</source>
        <extracomment>{0} is a symptom or sign that the patient does not have</extracomment>
        <translation>{0} 无</translation>
    </message>
    <message>
        <source>{0}: not found</source>
        <extracomment>{0} is a chromosomal abnormality that was looked for</extracomment>
        <translation>{0} 未见</translation>
    </message>
    <message>
        <source>▲ {0}: found</source>
        <extracomment>{0} is a chromosomal abnormality that was looked for</extracomment>
        <translation>▲ {0} 有</translation>
    </message>
    <message>
        <source>✔ {0}: yes</source>
        <extracomment>{0} is a fact such as &quot;dental check done&quot;</extracomment>
        <translation>✔ {0} 有</translation>
    </message>
    <message>
        <source>▲ {0}: yes</source>
        <extracomment>{0} is a symptom or sign that the patient has</extracomment>
        <translation>▲ {0} 有</translation>
    </message>
    <message>
        <source>? {0}: not examined</source>
        <extracomment>{0} is a sign or finding for which nobody looked yet</extracomment>
        <translation>? {0} 未检查</translation>
    </message>
    <message>
        <source>? {0}: not tested</source>
        <extracomment>{0} is a chromosomal abnormality for which nobody tested</extracomment>
        <translation>? {0} 未测</translation>
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
        <translation>患者</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Last, change</source>
        <translation>上次、变化</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
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
        <translation>待确认</translation>
    </message>
    <message>
        <source>which test?</source>
        <translation>哪一项？</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>no result</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>无法存入</translation>
    </message>
</context>
<context>
    <name>AskedTests</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation>转到该字段</translation>
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
        <translation>行号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>数据行</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Log</source>
        <translation>使用日志</translation>
    </message>
    <message>
        <source>Every look at a patient and every change is kept here, also this look. No line can be changed or removed; the law asks for at least 7 years, M-Spike keeps them for good.</source>
        <translation>每次查看患者与每项改动都留在这里，包括这次查看。任何一行都不能修改或移除；法规要求至少保存 7 年，M-Spike 永久保存。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>病历号</translation>
    </message>
    <message>
        <source>Lines of the log</source>
        <translation>使用日志各行</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>looks</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>log-in, users</source>
        <translation>登录、用户</translation>
    </message>
    <message>
        <source>register</source>
        <translation>患者登记、合并</translation>
    </message>
    <message>
        <source>visits, values</source>
        <translation>就诊、检验值</translation>
    </message>
    <message>
        <source>sheets</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>imports</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>record, backups, settings</source>
        <translation>数据文件、备份、设置</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>No line fits.</source>
        <translation>没有符合的记录。</translation>
    </message>
</context>
<context>
    <name>AxisPanel</name>
    <message>
        <source>Response, axis by axis</source>
        <translation>疗效（各维度分列）</translation>
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
        <translation>维度</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基线</translation>
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
        <translation>疗效</translation>
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
        <translation>前往备份</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>Backup failed</source>
        <translation>备份失败</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>尚无备份</translation>
    </message>
    <message>
        <source>Second place failed</source>
        <translation>第二备份处失败</translation>
    </message>
    <message>
        <source>Backup {0}</source>
        <extracomment>{0} is an age, such as &quot;3 h ago&quot;</extracomment>
        <translation>备份：{0}</translation>
    </message>
</context>
<context>
    <name>BackupColumns</name>
    <message>
        <source>Made</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>就诊</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>dated in the future</source>
        <translation>日期在将来</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚才</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
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
        <translation>升级前</translation>
    </message>
    <message>
        <source>before a merge</source>
        <translation>合并前</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>导入前</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>备份，最新在前</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>No backup yet.</source>
        <translation>尚无备份。</translation>
    </message>
    <message>
        <source>Last backup: {0}</source>
        <extracomment>{0} is a day, time and age</extracomment>
        <translation>最近备份：{0}</translation>
    </message>
    <message>
        <source>Backing up: the record is copied, and the copy is read back…</source>
        <translation>正在备份：复制数据文件，并回读副本核对…</translation>
    </message>
    <message>
        <source>A copy of the backup is opened and read…</source>
        <translation>正在打开并读取备份的副本…</translation>
    </message>
    <message>
        <source>Every page, every row and every line of the log is read…</source>
        <translation>正在读取每一页、每一行数据与每一行日志…</translation>
    </message>
    <message>
        <source>The backup takes the place of the record…</source>
        <translation>正在用备份替换数据文件…</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>选择备份文件</translation>
    </message>
    <message>
        <source>Made and read back: {0}, {1}.</source>
        <extracomment>{0} is the name of a file, {1} are counts of patients and visits</extracomment>
        <translation>已备份并回读核对：{0}，{1}。</translation>
    </message>
    <message>
        <source>The second place did not take it: see below.</source>
        <translation>第二备份处未能存入，见下方。</translation>
    </message>
    <message>
        <source>No backup was made: the record itself does not read back whole. Earlier backups are not touched. Check the record.</source>
        <translation>没有做成备份：数据文件本身无法完整读出。此前的备份未动过。请检查数据文件。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止，没有任何更改。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Put the message away</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>Perhaps registered already</source>
        <translation>可能已建档</translation>
    </message>
    <message numerus="yes">
        <source>%n similar</source>
        <translation>
            <numerusform>%n 位相似</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the patient if it is the same person. Otherwise go on registering.</source>
        <translation>如为同一人，请直接打开病历；如不是，继续建档即可。</translation>
    </message>
    <message>
        <source>Open whom you look for. Who is registered twice can be merged.</source>
        <translation>打开要找的患者；重复登记者可以合并。</translation>
    </message>
    <message>
        <source>Nobody similar so far. This is checked while you type.</source>
        <translation>目前没有相似的患者，输入时会随时比对。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <extracomment>{0} is the name of a patient</extracomment>
        <translation>打开 {0}</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Merge {0} with another registration</source>
        <extracomment>{0} is the name of a patient</extracomment>
        <translation>将 {0} 与另一份登记合并</translation>
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
        <translation>无</translation>
    </message>
    <message>
        <source>{0}: {1} · {2}</source>
        <extracomment>{0} is a sign, {1} last time&apos;s answer, {2} its day</extracomment>
        <translation>{0}：{1} · {2}</translation>
    </message>
    <message>
        <source>{0}: last {1} on {2}, not confirmed</source>
        <extracomment>{0} is a sign, {1} yes or no, {2} a day</extracomment>
        <translation>{0}：上次 {1}（{2}），尚未确认</translation>
    </message>
</context>
<context>
    <name>CarriedWords</name>
    <message>
        <source>none of these</source>
        <translation>以上均无</translation>
    </message>
    <message>
        <source>{0}: none of these</source>
        <extracomment>{0} is what is asked, such as skin changes</extracomment>
        <translation>{0}：以上均无</translation>
    </message>
    <message>
        <source>{0}: last {1}, not confirmed</source>
        <extracomment>{0} is what is asked, {1} what was found last, with its day</extracomment>
        <translation>{0}：上次 {1}，尚未确认</translation>
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
        <translation>{0}：上次 {1}（{2}），尚未确认</translation>
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
        <translation>未评</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>No values to draw yet.</source>
        <translation>尚无可绘制的数值。</translation>
    </message>
    <message>
        <source>Tests in the chart</source>
        <translation>图中的检验</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Trend chart</source>
        <translation>趋势图</translation>
    </message>
</context>
<context>
    <name>ChoiceRow</name>
    <message>
        <source>not known</source>
        <translation>不详</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Find patient</source>
        <translation>查找患者</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation>隐藏姓名</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>新患者</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>规则…</translation>
    </message>
    <message>
        <source>Compare all</source>
        <translation>全部比对</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>建档</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sign, next</source>
        <translation>签署，下一位</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴检验</translation>
    </message>
    <message>
        <source>Myeloma</source>
        <translation>骨髓瘤</translation>
    </message>
    <message>
        <source>Pearls</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Try it out…</source>
        <translation>恢复演练…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Other file…</source>
        <translation>其他文件…</translation>
    </message>
    <message>
        <source>Check the record</source>
        <translation>检查数据文件</translation>
    </message>
    <message>
        <source>Users, access…</source>
        <translation>用户与权限…</translation>
    </message>
    <message>
        <source>New user…</source>
        <translation>新增用户…</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>使用日志…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存入</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>People</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历次导入</translation>
    </message>
    <message>
        <source>Stage, lines</source>
        <translation>分期、治疗线</translation>
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
        <translation>撤回</translation>
    </message>
    <message>
        <source>No symptoms</source>
        <translation>症状均无</translation>
    </message>
    <message>
        <source>FISH: the four not found</source>
        <translation>FISH 四项阴性</translation>
    </message>
    <message>
        <source>Same as last time</source>
        <translation>同上次</translation>
    </message>
    <message>
        <source>Entries…</source>
        <translation>其他记录…</translation>
    </message>
    <message>
        <source>Same person…</source>
        <translation>同一人…</translation>
    </message>
    <message>
        <source>Limits and method</source>
        <translation>参考值与方法</translation>
    </message>
    <message>
        <source>Undo entry</source>
        <translation>撤销输入</translation>
    </message>
    <message>
        <source>To the entry</source>
        <translation>到录入区</translation>
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
        <translation>治疗</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Nerves</source>
        <translation>神经</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>耐受与防护</translation>
    </message>
    <message>
        <source>To the results</source>
        <translation>到结果表</translation>
    </message>
    <message>
        <source>Usual tests</source>
        <translation>常用项目</translation>
    </message>
    <message>
        <source>MGUS / SMM</source>
        <translation>MGUS／SMM</translation>
    </message>
    <message>
        <source>Blood, kidneys</source>
        <translation>血液与肾脏</translation>
    </message>
    <message>
        <source>Light chains</source>
        <translation>轻链</translation>
    </message>
    <message>
        <source>Chosen result</source>
        <translation>所选项目</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>对数</translation>
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
        <translation>宣教单、信件</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>Approve text</source>
        <translation>审核通过</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>保存 PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>ConfirmBar</name>
    <message>
        <source>Your passphrase</source>
        <translation>您的密码</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Type your passphrase once more; it counts for five minutes.</source>
        <translation>请再输入一次您的密码，五分钟内有效。</translation>
    </message>
</context>
<context>
    <name>CopiedInputs</name>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
</context>
<context>
    <name>CorrectionBar</name>
    <message>
        <source>Say why; the reason is kept in the record.</source>
        <translation>请写明理由，理由会留存记录。</translation>
    </message>
    <message>
        <source>Reason (kept in the record)</source>
        <translation>理由（会留存记录）</translation>
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
        <translation>作废</translation>
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
            <numerusform>%n 条检验值</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other entries</source>
        <translation>
            <numerusform>其他 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n 位患者</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n 次就诊</numerusform>
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
        <translation>以前已确立</translation>
    </message>
    <message>
        <source>doctor&apos;s conclusion</source>
        <translation>医生判定</translation>
    </message>
    <message>
        <source>signed visit</source>
        <translation>已签署的就诊</translation>
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
        <translation>M-Spike 发生意外错误，即将关闭。</translation>
    </message>
    <message>
        <source>Everything recorded is safe, and what was typed is kept as a draft. Start M-Spike again and open the patient to go on.</source>
        <translation>已记录的数据都是安全的，刚才输入的内容已存为草稿。请重新启动 M-Spike，打开该患者即可继续。</translation>
    </message>
    <message>
        <source>A report without any patient data was saved: {0}</source>
        <extracomment>{0} is the path of a file</extracomment>
        <translation>已保存一份不含患者数据的报告：{0}</translation>
    </message>
    <message>
        <source>Close M-Spike</source>
        <translation>关闭 M-Spike</translation>
    </message>
</context>
<context>
    <name>CreateForm</name>
    <message>
        <source>There is no record on this computer yet. Choose a passphrase to create one.</source>
        <translation>这台电脑还没有数据文件。请设置密码来创建。</translation>
    </message>
    <message>
        <source>Passphrase (8 characters or more)</source>
        <translation>密码（至少 8 个字符）</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>再输入一次密码</translation>
    </message>
    <message>
        <source>Without this passphrase nobody can open the record, no support either; only the recovery key can, which you print afterwards under &apos;Users, access…&apos;. If both are lost, all data are lost. Keep them in a locked place.</source>
        <translation>没有这个密码，任何人都无法打开数据文件，客服也不行；只有恢复密钥可以，请创建后到“用户与权限”打印。两者都丢失，数据就全部丢失。请锁在安全的地方。</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>正在创建…</translation>
    </message>
    <message>
        <source>Create the record</source>
        <translation>创建数据文件</translation>
    </message>
    <message>
        <source>Restore a backup of another computer</source>
        <translation>恢复另一台电脑的备份</translation>
    </message>
    <message>
        <source>Too short: take 8 characters or more.</source>
        <translation>太短，请使用至少 8 个字符。</translation>
    </message>
    <message>
        <source>The two do not agree. Type the passphrase again.</source>
        <translation>两次输入不一致，请重新输入。</translation>
    </message>
</context>
<context>
    <name>DateStyles</name>
    <message>
        <source>As each day shows</source>
        <translation>按各日期判读</translation>
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
        <translation>民国年</translation>
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
        <translation>民国 {0} 年</translation>
    </message>
</context>
<context>
    <name>DayRow</name>
    <message>
        <source>Rows name no day. Taken on</source>
        <translation>内容没有日期。采样日</translation>
    </message>
    <message>
        <source>Day of the rows that name none</source>
        <translation>没有日期的各行的采样日</translation>
    </message>
    <message>
        <source>Enter alone: {0}, the day of this visit</source>
        <extracomment>{0} is the day of the visit that is being entered</extracomment>
        <translation>直接按 Enter：{0}（本次就诊日）</translation>
    </message>
</context>
<context>
    <name>DiagnosisEditor</name>
    <message>
        <source>Diagnosis?</source>
        <translation>诊断？</translation>
    </message>
    <message>
        <source>Earlier diagnosis</source>
        <translation>既往诊断</translation>
    </message>
    <message>
        <source>since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Day of the earlier diagnosis</source>
        <translation>既往诊断的日期</translation>
    </message>
    <message>
        <source>Remove this diagnosis from the entry</source>
        <translation>从录入中移除此诊断</translation>
    </message>
</context>
<context>
    <name>DriftColumns</name>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Concluded</source>
        <translation>结论日期</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>原结论</translation>
    </message>
    <message>
        <source>Under the rules in force</source>
        <translation>按现行规则</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>原因</translation>
    </message>
    <message numerus="yes">
        <source>%n possible</source>
        <translation>
            <numerusform>%n 种可能</numerusform>
        </translation>
    </message>
    <message>
        <source> or </source>
        <extracomment>Between the diagnoses that are still possible</extracomment>
        <translation>或</translation>
    </message>
    <message>
        <source>data or settings</source>
        <translation>数据或设置</translation>
    </message>
    <message>
        <source>rules {0}</source>
        <extracomment>{0} is the version of the rules with which the conclusion was made</extracomment>
        <translation>规则 {0}</translation>
    </message>
</context>
<context>
    <name>DuePanel</name>
    <message>
        <source>Due and next</source>
        <translation>待办与下次</translation>
    </message>
    <message>
        <source>refer now</source>
        <translation>立即转诊</translation>
    </message>
    <message>
        <source>refer</source>
        <translation>转诊</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>下次复诊</translation>
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
            <numerusform>另 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueWords</name>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>每 %n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>every {0}–{1} months</source>
        <extracomment>From {0} to {1} months between two visits</extracomment>
        <translation>每 {0}–{1} 个月</translation>
    </message>
    <message>
        <source>set by the clinic</source>
        <translation>本诊所设定</translation>
    </message>
    <message>
        <source>after {0}</source>
        <extracomment>{0} is the guideline from which the interval comes</extracomment>
        <translation>按 {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>另有 %n 种建议</numerusform>
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
            <numerusform>另 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>已做</translation>
    </message>
    <message>
        <source>Work-up: {0} of {1} done</source>
        <extracomment>{0} of {1} tests of the work-up are done</extracomment>
        <translation>检查：已完成 {0}/{1}</translation>
    </message>
    <message>
        <source>old</source>
        <extracomment>&quot;old&quot;: the test was done, but too long ago</extracomment>
        <translation>已久</translation>
    </message>
    <message>
        <source>due</source>
        <translation>该做</translation>
    </message>
    <message>
        <source>the clinic</source>
        <translation>本诊所</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>未给数字</translation>
    </message>
</context>
<context>
    <name>EmergencyBand</name>
    <message>
        <source>Emergency access until the record is locked: reading only. Each look is kept in the log with your name.</source>
        <translation>紧急调阅中，到锁定为止：只能阅读。每次查看都会以您的名义留下记录。</translation>
    </message>
</context>
<context>
    <name>EmergencyBar</name>
    <message>
        <source>Reason (kept in the log)</source>
        <translation>原因（会留在日志中）</translation>
    </message>
    <message>
        <source>Emergency access</source>
        <translation>紧急调阅</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Your role does not open this page. In an emergency you may read it, with a reason, until the record is locked.</source>
        <translation>您的权限不能打开这一页。紧急时说明原因即可阅读，到锁定为止。</translation>
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
        <translation>方案的最后一天</translation>
    </message>
    <message>
        <source>why ended?</source>
        <translation>结束原因？</translation>
    </message>
    <message>
        <source>Why the regimen ended</source>
        <translation>方案结束的原因</translation>
    </message>
    <message>
        <source>Number of cycles</source>
        <translation>周期数</translation>
    </message>
    <message>
        <source>cycles</source>
        <extracomment>Stands after the number of cycles</extracomment>
        <translation>个周期</translation>
    </message>
</context>
<context>
    <name>EntriesPanel</name>
    <message>
        <source>Entries</source>
        <translation>录入记录</translation>
    </message>
    <message>
        <source>Enter corrects or withdraws</source>
        <translation>按 Enter 更正或作废</translation>
    </message>
    <message>
        <source>Entries of the record</source>
        <translation>病历中的录入记录</translation>
    </message>
    <message>
        <source>No entries but results yet.</source>
        <translation>目前除检验结果外没有其他记录。</translation>
    </message>
    <message>
        <source>The visit is withdrawn with everything that it added, and stays readable.</source>
        <translation>整次就诊连同其加入的所有资料作废；内容仍可查阅。</translation>
    </message>
    <message>
        <source>This entry can be withdrawn and entered anew.</source>
        <translation>此条可作废后重新录入。</translation>
    </message>
    <message>
        <source>Close the list of entries</source>
        <translation>关闭录入记录</translation>
    </message>
    <message>
        <source>Regimen ended</source>
        <translation>方案结束</translation>
    </message>
    <message>
        <source>Say what is right, or withdraw the entry.</source>
        <translation>请填写正确内容，或将此条作废。</translation>
    </message>
</context>
<context>
    <name>EntryPanel</name>
    <message>
        <source>draft saved {0}</source>
        <extracomment>{0} is a time of day</extracomment>
        <translation>草稿 {0} 已保存</translation>
    </message>
    <message>
        <source>Today&apos;s visit</source>
        <translation>今日录入</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>就诊日期</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>实验室</translation>
    </message>
    <message>
        <source>Notes…</source>
        <translation>病程记录…</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>病程记录</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>Opens limits, method and laboratory of a result</extracomment>
        <translation>明细</translation>
    </message>
    <message>
        <source>+ other test</source>
        <translation>＋其他检验</translation>
    </message>
    <message>
        <source>Add another test</source>
        <translation>添加其他检验</translation>
    </message>
</context>
<context>
    <name>EntryParts</name>
    <message>
        <source>Signs</source>
        <translation>体征</translation>
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
        <translation>治疗</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Tolerance, protection</source>
        <translation>耐受与防护</translation>
    </message>
    <message>
        <source>Fitness</source>
        <translation>体能与风险</translation>
    </message>
    <message>
        <source>POEMS</source>
        <translation>POEMS</translation>
    </message>
    <message>
        <source>Nerves: ONLS, Rankin</source>
        <translation>神经：ONLS、Rankin</translation>
    </message>
    <message>
        <source>Further findings</source>
        <translation>其他所见</translation>
    </message>
    <message>
        <source>Earlier diagnoses</source>
        <translation>既往诊断</translation>
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
        <translation>就诊 · 检验：{0} · 记录：{1}</translation>
    </message>
    <message>
        <source>{0} copies</source>
        <extracomment>{0} is how many copies of a chromosome&apos;s arm were counted, but not one</extracomment>
        <translation>{0} 个拷贝</translation>
    </message>
    <message>
        <source>1 copy</source>
        <translation>1 个拷贝</translation>
    </message>
    <message>
        <source>both alleles</source>
        <translation>双等位</translation>
    </message>
    <message>
        <source>not both alleles</source>
        <translation>非双等位</translation>
    </message>
    <message>
        <source>Earlier diagnosis: {0}</source>
        <extracomment>{0} is a diagnosis that was known before the record begins</extracomment>
        <translation>既往诊断：{0}</translation>
    </message>
    <message>
        <source>Treatment: {0}</source>
        <extracomment>{0} is a regimen with its last day</extracomment>
        <translation>治疗：{0}</translation>
    </message>
    <message>
        <source>Event: {0}</source>
        <extracomment>{0} is an event such as a transplant</extracomment>
        <translation>事件：{0}</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>尚未结束</translation>
    </message>
    <message>
        <source>to {0}</source>
        <extracomment>{0} is the last day of a regimen</extracomment>
        <translation>至 {0}</translation>
    </message>
    <message>
        <source>plan {0}</source>
        <extracomment>{0} numbers a planned sequence of treatments</extracomment>
        <translation>计划 {0}</translation>
    </message>
</context>
<context>
    <name>EventEditor</name>
    <message>
        <source>Event?</source>
        <translation>哪种事件？</translation>
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
        <translation>事件的备注</translation>
    </message>
    <message>
        <source>Remove this event from the entry</source>
        <translation>从录入中移除此事件</translation>
    </message>
    <message>
        <source>Site and dose</source>
        <translation>部位与剂量</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>EventList</name>
    <message>
        <source>+ event</source>
        <translation>+ 事件</translation>
    </message>
    <message>
        <source>Add an event</source>
        <translation>添加事件</translation>
    </message>
    <message>
        <source>On record: {0}</source>
        <translation>已记录：{0}</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>trial</source>
        <translation>试验</translation>
    </message>
    <message>
        <source>approval</source>
        <translation>获批</translation>
    </message>
    <message>
        <source>drug</source>
        <translation>药物</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>不确定之处</translation>
    </message>
    <message>
        <source>pearl or pitfall</source>
        <translation>要点或误区</translation>
    </message>
    <message>
        <source>primary source</source>
        <translation>原始文献</translation>
    </message>
    <message>
        <source>secondary source</source>
        <translation>二次文献</translation>
    </message>
    <message>
        <source>as the source prints it</source>
        <translation>按来源所载</translation>
    </message>
    <message>
        <source>decision of this program</source>
        <translation>本程序的决定</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>This calculator is not meant for this patient.</source>
        <translation>这个计算器不适用于此患者。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) copied, nothing of the person.</source>
        <translation>
            <numerusform>已复制 %n 行，不含个人信息。</numerusform>
        </translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Back to the trend</source>
        <translation>返回趋势</translation>
    </message>
    <message>
        <source>Copy inputs: PANGEA</source>
        <translation>复制输入值：PANGEA</translation>
    </message>
    <message>
        <source>Copy inputs: iStopMM</source>
        <translation>复制输入值：iStopMM</translation>
    </message>
    <message>
        <source>Puts the values on the clipboard, without the person</source>
        <translation>把数值放到剪贴板，不含个人信息</translation>
    </message>
    <message>
        <source>For this patient</source>
        <translation>与此患者有关</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
</context>
<context>
    <name>Evolving</name>
    <message>
        <source>change {0}</source>
        <extracomment>{0} is a change such as &quot;+33 %, +0.4 g/dL&quot;</extracomment>
        <translation>变化 {0}</translation>
    </message>
    <message>
        <source>beyond the variation of the test</source>
        <translation>超出检验变异</translation>
    </message>
    <message>
        <source>inside the variation of the test</source>
        <translation>在检验变异之内</translation>
    </message>
    <message>
        <source>confirmed by a second sample</source>
        <translation>第二份标本已确认</translation>
    </message>
    <message>
        <source>unconfirmed: a second sample has not agreed yet</source>
        <translation>待确认：尚无第二份标本支持</translation>
    </message>
    <message>
        <source>Not evolving under any of {0} definitions</source>
        <extracomment>{0} is how many definitions of evolving disease were asked</extracomment>
        <translation>{0} 种定义均不符合进展型</translation>
    </message>
    <message>
        <source>Evolving disease: {0} of {1} definitions not settled</source>
        <extracomment>{0} of {1} definitions of evolving disease cannot be answered yet</extracomment>
        <translation>进展型：{1} 种定义中 {0} 种未定</translation>
    </message>
    <message>
        <source>evolving under {0} of {1} definitions, confirmed</source>
        <extracomment>{0} of {1} definitions of evolving disease are met</extracomment>
        <translation>{1} 种定义中 {0} 种符合进展型，已确认</translation>
    </message>
    <message>
        <source>evolving under {0} of {1} definitions, unconfirmed</source>
        <extracomment>{0} of {1} definitions are met; a second sample has not agreed yet</extracomment>
        <translation>{1} 种定义中 {0} 种符合进展型，待确认</translation>
    </message>
    <message>
        <source>{0}, within the noise of the test</source>
        <extracomment>{0} says under how many definitions a change counts as evolving</extracomment>
        <translation>{0}，变化在检测变异范围内</translation>
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
        <translation>病案号</translation>
    </message>
    <message>
        <source>Kind of number</source>
        <translation>号码种类</translation>
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
        <translation>性别</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>采样日</translation>
    </message>
    <message>
        <source>Reported on</source>
        <translation>报告日</translation>
    </message>
    <message>
        <source>Code of the test</source>
        <translation>检验代码</translation>
    </message>
    <message>
        <source>Name of the test</source>
        <translation>检验名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Lower limit</source>
        <translation>参考下限</translation>
    </message>
    <message>
        <source>Upper limit</source>
        <translation>参考上限</translation>
    </message>
    <message>
        <source>Limits as text</source>
        <translation>参考范围（文字）</translation>
    </message>
    <message>
        <source>Mark (H, L)</source>
        <translation>异常标记（H、L）</translation>
    </message>
    <message>
        <source>Specimen</source>
        <translation>标本</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>实验室</translation>
    </message>
    <message>
        <source>Number of the specimen</source>
        <translation>标本号</translation>
    </message>
    <message>
        <source>Status (final, corrected)</source>
        <translation>状态（最终、更正）</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>As the table shows</source>
        <translation>按表格判读</translation>
    </message>
    <message>
        <source>A line for each result</source>
        <translation>每行一个结果</translation>
    </message>
    <message>
        <source>A column for each test</source>
        <translation>每列一项检验</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files can be dropped here. Enter reads the chosen one.</source>
        <translation>可将文件拖放到此处。按 Enter 读取所选的文件。</translation>
    </message>
    <message>
        <source>Files that wait</source>
        <translation>等待导入的文件</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>监视文件夹…</translation>
    </message>
    <message>
        <source>Watch none</source>
        <translation>不监视</translation>
    </message>
    <message>
        <source>{0} (waits)</source>
        <translation>{0}（等待中）</translation>
    </message>
    <message>
        <source>Watched: {0}</source>
        <extracomment>{0} is the path of a folder</extracomment>
        <translation>监视中：{0}</translation>
    </message>
    <message>
        <source>No folder is watched.</source>
        <translation>未监视任何文件夹。</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>监视文件夹</translation>
    </message>
</context>
<context>
    <name>FishPanel</name>
    <message>
        <source>Last: {0}</source>
        <translation>上次：{0}</translation>
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
        <translation>请填写 0 到 100 的百分比。</translation>
    </message>
    <message>
        <source>Kidney</source>
        <translation>肾脏</translation>
    </message>
    <message>
        <source>Marrow and blood</source>
        <translation>骨髓与血液</translation>
    </message>
    <message>
        <source>Bones</source>
        <translation>骨骼</translation>
    </message>
    <message>
        <source>Before a treatment</source>
        <translation>治疗前</translation>
    </message>
</context>
<context>
    <name>HistoryColumns</name>
    <message>
        <source>Stored</source>
        <translation>存入时间</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message numerus="yes">
        <source>%n stored</source>
        <translation>
            <numerusform>存入 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n corrected</source>
        <translation>
            <numerusform>更正 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registered</source>
        <translation>
            <numerusform>登记 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>stands</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>+ earlier diagnosis</source>
        <translation>+ 既往诊断</translation>
    </message>
    <message>
        <source>Add an earlier diagnosis</source>
        <translation>添加既往诊断</translation>
    </message>
    <message>
        <source>On record: {0}</source>
        <translation>已记录：{0}</translation>
    </message>
</context>
<context>
    <name>IdentityPanel</name>
    <message>
        <source>fictional</source>
        <translation>虚构数据</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>疾病历程</translation>
    </message>
    <message>
        <source>{0} (also {1})</source>
        <extracomment>{0} is a record number, {1} those of registrations that were merged into it</extracomment>
        <translation>{0}（另有 {1}）</translation>
    </message>
    <message>
        <source>birth date unknown</source>
        <translation>出生日期未知</translation>
    </message>
    <message>
        <source>isotype unknown</source>
        <translation>分型未知</translation>
    </message>
    <message>
        <source>{0} (negative now)</source>
        <extracomment>{0} are the bands of an immunofixation that is negative now</extracomment>
        <translation>{0}（目前阴性）</translation>
    </message>
    <message>
        <source>involved light chain {0}</source>
        <extracomment>{0} is κ or λ</extracomment>
        <translation>受累轻链 {0}</translation>
    </message>
    <message>
        <source>allergies not asked</source>
        <translation>过敏史未问</translation>
    </message>
    <message>
        <source>▲ Allergies: {0}</source>
        <extracomment>{0} is a list of substances</extracomment>
        <translation>▲ 过敏：{0}</translation>
    </message>
    <message>
        <source>no allergies known</source>
        <translation>无已知过敏</translation>
    </message>
</context>
<context>
    <name>IdleMinutes</name>
    <message>
        <source>Lock after so many minutes without use (1–60)</source>
        <translation>闲置几分钟后自动锁定（1–60）</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>ImagingGroup</name>
    <message>
        <source>Write how many lesions (0: none seen), and the largest in mm.</source>
        <translation>请填写病灶数（0 表示未见），以及最大者的 mm。</translation>
    </message>
</context>
<context>
    <name>ImmunofixationField</name>
    <message>
        <source>{0}, second band</source>
        <extracomment>{0} is an immunofixation in which a second band was seen</extracomment>
        <translation>{0}，第二条带</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>未做</translation>
    </message>
    <message>
        <source>one band</source>
        <translation>单一条带</translation>
    </message>
</context>
<context>
    <name>ImportHistory</name>
    <message>
        <source>Imports that were stored</source>
        <translation>已存入的导入</translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation>尚未导入任何数据。</translation>
    </message>
    <message>
        <source>Reason (kept in the record)</source>
        <translation>理由（会留在记录中）</translation>
    </message>
    <message>
        <source>Reason for taking the import back</source>
        <translation>撤回此次导入的理由</translation>
    </message>
    <message>
        <source>Take this import back</source>
        <translation>撤回此次导入</translation>
    </message>
    <message>
        <source>Say why; the reason is kept in the record.</source>
        <translation>请说明理由，理由会留在记录中。</translation>
    </message>
</context>
<context>
    <name>ImportsPage</name>
    <message>
        <source>Nothing is ready to be stored: see People, Tests and Values.</source>
        <translation>没有可存入的数值：请看“患者”、“检验”和“数值”。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Choose a file, or drop it here.</source>
        <translation>请选择文件，或拖放到此处。</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>The profile {0} is kept.</source>
        <extracomment>{0} is the name of a laboratory</extracomment>
        <translation>已保存配置“{0}”。</translation>
    </message>
    <message>
        <source>No results were found. Look at encoding, table and columns.</source>
        <translation>找不到检验结果。请检查编码、表格和列。</translation>
    </message>
    <message>
        <source>This very file was stored before; only what is new is taken.</source>
        <translation>这个文件先前存入过；只会存入新的数值。</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) stored.</source>
        <translation>
            <numerusform>已存入 %n 个结果。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) registered.</source>
        <translation>
            <numerusform>已登记 %n 位患者。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) stay and are not stored.</source>
        <translation>
            <numerusform>尚有 %n 个待确认，未存入。</numerusform>
        </translation>
    </message>
    <message>
        <source>History takes it back.</source>
        <translation>可在“历次导入”中撤回。</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) taken back.</source>
        <translation>
            <numerusform>已撤回 %n 个数值。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) were changed since and stay.</source>
        <translation>
            <numerusform>其中 %n 个之后改过，予以保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped; nothing of it was stored.</source>
        <translation>已停止，没有存入任何数值。</translation>
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
        <translation>{0} 个数值</translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation>{0} 个字符</translation>
    </message>
    <message>
        <source>{0} cells</source>
        <translation>{0} 个单元格</translation>
    </message>
    <message>
        <source>The workbook has a password: save it without one and try again.</source>
        <translation>工作簿有密码：请另存为没有密码的文件再试。</translation>
    </message>
    <message>
        <source>The file is too long: split it.</source>
        <translation>文件太长：请分成几个文件。</translation>
    </message>
    <message>
        <source>The workbook is too large: split it.</source>
        <translation>工作簿太大：请分成几个文件。</translation>
    </message>
    <message>
        <source>This kind of file cannot be read: save it as xlsx or csv.</source>
        <translation>无法读取这种文件：请另存为 xlsx 或 csv。</translation>
    </message>
    <message>
        <source>The workbook is damaged: save it anew as xlsx.</source>
        <translation>工作簿已损坏：请重新存成 xlsx。</translation>
    </message>
    <message>
        <source>A quotation mark is opened and never closed.</source>
        <translation>引号有开头而没有结尾。</translation>
    </message>
    <message>
        <source>The line is too long.</source>
        <translation>这一行太长。</translation>
    </message>
    <message>
        <source>The encoding does not fit: choose another one.</source>
        <translation>编码不符：请选择其他编码。</translation>
    </message>
    <message>
        <source>The file cannot be opened: is it gone, or open elsewhere?</source>
        <translation>无法打开文件：是否已移走，或正被其他程序打开？</translation>
    </message>
    <message>
        <source>The file cannot be read; expected: {0}.</source>
        <extracomment>{0} is what was expected, in English</extracomment>
        <translation>无法读取文件；应为：{0}。</translation>
    </message>
</context>
<context>
    <name>IntervalRow</name>
    <message>
        <source>Back to the guideline</source>
        <translation>恢复指南值</translation>
    </message>
    <message>
        <source>{0}: back to the guideline</source>
        <extracomment>{0} is a follow-up rule</extracomment>
        <translation>{0}：恢复指南值</translation>
    </message>
    <message>
        <source>first</source>
        <translation>先</translation>
    </message>
    <message>
        <source>then</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>{0}, step {1}: fewest months</source>
        <extracomment>{0} is a follow-up rule, {1} the number of its step</extracomment>
        <translation>{0}，第 {1} 阶段：最少月数</translation>
    </message>
    <message>
        <source>{0}, step {1}: most months</source>
        <translation>{0}，第 {1} 阶段：最多月数</translation>
    </message>
    <message>
        <source>Fill in every step, or none.</source>
        <translation>请填满每个阶段，或全部留空。</translation>
    </message>
    <message>
        <source>guideline: {0} months</source>
        <extracomment>{0} are months, such as &quot;6, 12&quot;</extracomment>
        <translation>指南：{0} 个月</translation>
    </message>
</context>
<context>
    <name>IssuedPanel</name>
    <message>
        <source>Issued before</source>
        <translation>此前发放</translation>
    </message>
    <message>
        <source>Issued leaflets and letters</source>
        <translation>已发出的宣教单与信件</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>尚无。</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>再次显示</translation>
    </message>
    <message>
        <source>Show the issued sheet again</source>
        <translation>再次显示已发出的单页</translation>
    </message>
</context>
<context>
    <name>ItemColumns</name>
    <message>
        <source>As printed</source>
        <translation>原名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>对应</translation>
    </message>
    <message>
        <source>which test?</source>
        <translation>哪一项？</translation>
    </message>
    <message>
        <source>never imported</source>
        <translation>永不导入</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Tests that somebody must name</source>
        <translation>待指定的检验</translation>
    </message>
    <message>
        <source>Never import this test</source>
        <translation>永不导入此检验</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新询问</translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) to be named; this is asked once for a laboratory.</source>
        <translation>
            <numerusform>有 %n 项检验待指定；每家实验室只问一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Every test of this source is known.</source>
        <translation>此来源的检验都已认得。</translation>
    </message>
</context>
<context>
    <name>KnownTreatments</name>
    <message>
        <source>Stop…</source>
        <translation>结束…</translation>
    </message>
    <message>
        <source>End {0}</source>
        <extracomment>{0} is a regimen with its days</extracomment>
        <translation>结束 {0}</translation>
    </message>
</context>
<context>
    <name>LanguageButton</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>LeafletChoices</name>
    <message>
        <source>Which</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Leaflet or letter</source>
        <translation>宣教单或信件</translation>
    </message>
    <message>
        <source>Enclosed</source>
        <translation>附上</translation>
    </message>
    <message>
        <source>Which leaflet or letter</source>
        <translation>哪一份宣教单或信件</translation>
    </message>
    <message>
        <source>Languages of the sheet</source>
        <translation>单页的语言</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>大字版</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>检验结果</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Until a doctor of this clinic approves the text, every print says so.</source>
        <translation>在本诊所医生审核内容之前，每份打印件都会注明“未审核”。</translation>
    </message>
    <message>
        <source>approved by this clinic</source>
        <translation>本诊所已审核</translation>
    </message>
    <message>
        <source>not yet approved by this clinic</source>
        <translation>本诊所尚未审核</translation>
    </message>
    <message>
        <source>review overdue</source>
        <translation>逾期未复审</translation>
    </message>
</context>
<context>
    <name>LeafletPage</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Preview of the sheet</source>
        <translation>单页预览</translation>
    </message>
    <message>
        <source>Names are hidden. {0} shows the pages.</source>
        <extracomment>{0} is a key</extracomment>
        <translation>姓名已隐藏。按 {0} 可显示页面。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>The text is approved; prints no longer say so.</source>
        <translation>内容已审核，打印时不再注明“未审核”。</translation>
    </message>
    <message>
        <source>Issued; exactly these pages are kept. Now save or print them.</source>
        <translation>已发放；系统会原样保存这几页。接下来请保存或打印。</translation>
    </message>
    <message>
        <source>This was issued before, exactly as shown.</source>
        <translation>此份此前已发放，内容与所示完全相同。</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>保存单页</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>The file could not be written there.</source>
        <translation>无法在该处写入文件。</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已发送到打印机。</translation>
    </message>
</context>
<context>
    <name>LesionEditor</name>
    <message>
        <source>such as T10</source>
        <translation>如 T10</translation>
    </message>
    <message>
        <source>Name of the lesion</source>
        <translation>病灶名称</translation>
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
        <translation>径长（mm）</translation>
    </message>
    <message>
        <source>SUVmax</source>
        <translation>SUVmax</translation>
    </message>
    <message>
        <source>kind?</source>
        <translation>类型？</translation>
    </message>
    <message>
        <source>Kind of the lesion</source>
        <translation>病灶类型</translation>
    </message>
    <message>
        <source>seen by?</source>
        <translation>检查方式？</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>检查方式</translation>
    </message>
    <message>
        <source>Proven by biopsy</source>
        <translation>活检证实</translation>
    </message>
    <message>
        <source>Touches bone</source>
        <translation>与骨相连</translation>
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
        <translation>从录入中移除此病灶</translation>
    </message>
    <message>
        <source>Choose the kind of the lesion.</source>
        <translation>请选择病灶类型。</translation>
    </message>
    <message>
        <source>Last: {0} mm, {1}</source>
        <extracomment>{0} are diameters, {1} is a day</extracomment>
        <translation>上次：{0} mm，{1}</translation>
    </message>
</context>
<context>
    <name>LesionField</name>
    <message>
        <source>count</source>
        <translation>数目</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>{0}: number of lesions</source>
        <extracomment>{0} is an examination such as whole-body CT</extracomment>
        <translation>{0}：病灶数目</translation>
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
        <translation>+ 病灶</translation>
    </message>
    <message>
        <source>Add a lesion</source>
        <translation>添加病灶</translation>
    </message>
    <message>
        <source>Known from before; press what was looked at again:</source>
        <translation>以前已知；再次检查者请点按：</translation>
    </message>
    <message>
        <source>Looked at again: {0}</source>
        <extracomment>{0} is a lesion with its kind, size and day</extracomment>
        <translation>再次检查：{0}</translation>
    </message>
</context>
<context>
    <name>LimitsRow</name>
    <message>
        <source>Limits</source>
        <translation>参考值</translation>
    </message>
    <message>
        <source>Take the last limits of {0}</source>
        <extracomment>{0} is the name of a test</extracomment>
        <translation>沿用 {0} 上次的参考值</translation>
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
        <translation>同上次：{0}–{1}</translation>
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
        <translation>性别</translation>
    </message>
    <message>
        <source>The two disagree: {0}.</source>
        <extracomment>{0} is &quot;birth date&quot;, &quot;sex&quot; or both</extracomment>
        <translation>两份资料不一致：{0}。</translation>
    </message>
    <message>
        <source>The other is then found and read as this patient. Nothing is moved or lost.</source>
        <translation>合并后，另一份会作为该患者被找到和读取；资料不移动也不丢失。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Both come back, each with their own rows; both are assessed anew.</source>
        <translation>两份病历各自带着自己的资料恢复，并重新评估。</translation>
    </message>
    <message>
        <source>Part again</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>Reason (kept in the record)</source>
        <translation>理由（留在记录中）</translation>
    </message>
    <message>
        <source>Reason of merging or parting</source>
        <translation>合并或撤销的理由</translation>
    </message>
    <message>
        <source>They are one person all the same</source>
        <translation>仍确认为同一人</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>病历号</translation>
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
        <translation>性别</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>就诊次数</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最近就诊</translation>
    </message>
    <message>
        <source>Results and entries</source>
        <translation>检验与记录</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Merged into it</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Say that they are one person all the same, or leave it.</source>
        <translation>请勾选仍确认为同一人，否则请取消。</translation>
    </message>
    <message>
        <source>Say why; the reason is kept in the record.</source>
        <translation>请说明理由；理由会留在记录中。</translation>
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
        <translation>Enter 比较；合并随时可撤销</translation>
    </message>
    <message>
        <source>Number, name or birth date of the other</source>
        <translation>另一份的病历号、姓名或出生日期</translation>
    </message>
    <message>
        <source>Find the other registration</source>
        <translation>查找另一份登记</translation>
    </message>
    <message>
        <source>Merged, and perhaps the same person</source>
        <translation>已合并者与可能为同一人者</translation>
    </message>
    <message>
        <source>Nobody alike. Type the other&apos;s number or name, then Enter.</source>
        <translation>没有相似的人。输入另一份的病历号或姓名，再按 Enter。</translation>
    </message>
    <message>
        <source>Close without merging</source>
        <translation>关闭，不合并</translation>
    </message>
    <message>
        <source>merged {0}: {1}</source>
        <extracomment>{0} is a day, {1} a reason</extracomment>
        <translation>{0} 并入：{1}</translation>
    </message>
    <message>
        <source>Merged. Both are read as this patient now.</source>
        <translation>已合并，两份现在视为同一位患者。</translation>
    </message>
    <message>
        <source>Parted. Both patients are in the list again.</source>
        <translation>已撤销，两位患者都回到名单。</translation>
    </message>
</context>
<context>
    <name>MrdField</name>
    <message>
        <source>not tested</source>
        <translation>未检测</translation>
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
        <translation>灵敏度？</translation>
    </message>
    <message>
        <source>{0}: sensitivity</source>
        <translation>{0}：灵敏度</translation>
    </message>
</context>
<context>
    <name>Myeloma</name>
    <message>
        <source>Nothing recorded speaks of myeloma.</source>
        <translation>记录中没有骨髓瘤的迹象。</translation>
    </message>
    <message>
        <source>Lines of therapy</source>
        <translation>治疗线</translation>
    </message>
    <message>
        <source>End of smouldering myeloma</source>
        <translation>冒烟型骨髓瘤的终点</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>不符合的项目</translation>
    </message>
    <message>
        <source>Computed values beside the reported ones</source>
        <translation>计算值（与报告值分列）</translation>
    </message>
    <message>
        <source>Stage at diagnosis</source>
        <translation>诊断时分期</translation>
    </message>
    <message>
        <source>Stage, if it is myeloma</source>
        <translation>分期（如为骨髓瘤）</translation>
    </message>
    <message>
        <source>reported: {0}</source>
        <extracomment>{0} is the value that the laboratory reported of the same quantity</extracomment>
        <translation>报告值：{0}</translation>
    </message>
    <message>
        <source>refractory</source>
        <extracomment>Beside a drug, a class or a regimen</extracomment>
        <translation>难治</translation>
    </message>
    <message>
        <source>Time to the next treatment</source>
        <translation>至下次治疗时间</translation>
    </message>
    <message>
        <source>Time to progression</source>
        <translation>至进展时间</translation>
    </message>
    <message>
        <source>Plasma cell leukaemia</source>
        <translation>浆细胞白血病</translation>
    </message>
    <message>
        <source>Baseline of line {0}</source>
        <extracomment>{0} is the number of a line of therapy</extracomment>
        <translation>第 {0} 线的基线</translation>
    </message>
    <message>
        <source>Response ({0})</source>
        <extracomment>{0} is the version of the criteria, such as IMWG 2016</extracomment>
        <translation>疗效（{0}）</translation>
    </message>
    <message>
        <source>line {0}</source>
        <extracomment>{0} is the number of a line of therapy</extracomment>
        <translation>第 {0} 线</translation>
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
        <translation>髓外</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>Protection before and on treatment</source>
        <translation>治疗前和治疗中的防护</translation>
    </message>
    <message>
        <source>Frailty and thrombosis: information</source>
        <translation>衰弱与血栓：供参考</translation>
    </message>
    <message>
        <source>Reminders as reported elsewhere: no order</source>
        <translation>他处报道的提醒：并非医嘱</translation>
    </message>
    <message>
        <source>? May apply: {0}</source>
        <extracomment>{0} is a sentence on treatment, shown although a test that it depends on is missing</extracomment>
        <translation>? 可能适用：{0}</translation>
    </message>
</context>
<context>
    <name>MyelomaPanel</name>
    <message>
        <source>Myeloma: stage, lines, response</source>
        <translation>骨髓瘤：分期、治疗线、疗效</translation>
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
        <translation>获得答案的方式</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
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
        <translation>未评</translation>
    </message>
    <message>
        <source>Questions of the ONLS</source>
        <translation>ONLS 问题</translation>
    </message>
    <message>
        <source>ONLS: {0}</source>
        <extracomment>{0} are the grades of arm and leg with their sum</extracomment>
        <translation>ONLS：{0}</translation>
    </message>
    <message>
        <source>No total before both grades are there.</source>
        <translation>上肢与下肢都评了才有总分。</translation>
    </message>
    <message>
        <source>+{0} above the lowest of this line ({1} on {2}). Ask for a drug that harms nerves. Nerves recover slowly: best two to three years after treatment.</source>
        <extracomment>{0} how many points more, {1} the lowest total of the line of therapy, {2} its day</extracomment>
        <translation>比本线最低分高 {0} 分（{2} 为 {1} 分）。请询问是否用过损伤神经的药物。神经恢复缓慢，治疗后二至三年最好。</translation>
    </message>
</context>
<context>
    <name>NeuropathyRow</name>
    <message>
        <source>type?</source>
        <translation>类型？</translation>
    </message>
    <message>
        <source>Type of the neuropathy</source>
        <translation>神经病变类型</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>The two do not agree. Type the passphrase again.</source>
        <translation>两次输入不一致，请重新输入。</translation>
    </message>
    <message>
        <source>New passphrase (8 characters or more)</source>
        <translation>新密码（至少 8 个字符）</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输入一次</translation>
    </message>
</context>
<context>
    <name>NoiseList</name>
    <message>
        <source>+ own value</source>
        <translation>+ 自定值</translation>
    </message>
    <message>
        <source>Add a value of the clinic&apos;s own</source>
        <translation>添加本诊所自定值</translation>
    </message>
    <message>
        <source>Published: {0}</source>
        <translation>已发表：{0}</translation>
    </message>
</context>
<context>
    <name>NoiseRow</name>
    <message>
        <source>every laboratory</source>
        <translation>所有检验室</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>检验室</translation>
    </message>
    <message>
        <source>test?</source>
        <translation>项目？</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Noise in percent</source>
        <translation>变异（%）</translation>
    </message>
    <message>
        <source>Remove: the published value holds again</source>
        <translation>移除：恢复使用已发表的数值</translation>
    </message>
    <message>
        <source>published: {0} %</source>
        <extracomment>{0} is a percentage</extracomment>
        <translation>已发表：{0}%</translation>
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
        <translation>未问</translation>
    </message>
</context>
<context>
    <name>OriginWords</name>
    <message>
        <source>paste</source>
        <translation>粘贴的内容</translation>
    </message>
    <message>
        <source>From {0}, line {1}</source>
        <extracomment>{0} is a file&apos;s name, {1} the number of a line in it</extracomment>
        <translation>来自{0}，第 {1} 行</translation>
    </message>
</context>
<context>
    <name>OverrideForm</name>
    <message>
        <source>My conclusion differs</source>
        <translation>我的结论不同</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Diagnosis?</source>
        <translation>诊断？</translation>
    </message>
    <message>
        <source>Reason (kept in the record)</source>
        <translation>理由（会留存记录）</translation>
    </message>
    <message>
        <source>Reason for the different conclusion</source>
        <translation>不同结论的理由</translation>
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
        <translation>请选择诊断。</translation>
    </message>
    <message>
        <source>Say why; the reason is kept in the record.</source>
        <translation>请写明理由，理由会留存记录。</translation>
    </message>
</context>
<context>
    <name>OwnPassphrase</name>
    <message>
        <source>Passphrase until now</source>
        <translation>目前的密码</translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation>更改我的密码</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>打开数据文件</translation>
    </message>
    <message>
        <source>Forgotten? Use the recovery key</source>
        <translation>忘记密码？使用恢复密钥</translation>
    </message>
    <message>
        <source>This passphrase does not open the record. Nothing was changed; try again.</source>
        <translation>密码不正确。数据没有任何更改，请再试一次。</translation>
    </message>
    <message numerus="yes">
        <source>Several wrong passphrases. The next try is possible in %n s; the record is safe.</source>
        <translation>
            <numerusform>密码错了好几次，%n 秒后可再试。数据安全。</numerusform>
        </translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>大写锁定似乎已打开。</translation>
    </message>
</context>
<context>
    <name>PastePanel</name>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>剪贴板没有文字。</translation>
    </message>
    <message>
        <source>Nothing is ready yet: answer the questions, or Esc to leave them out.</source>
        <translation>还没有可存入的数值：请回答问题，或按 Esc 略过。</translation>
    </message>
    <message>
        <source>Nothing of the paste was new.</source>
        <translation>粘贴的内容没有新的数值。</translation>
    </message>
    <message>
        <source>Taken back right after pasting</source>
        <translation>粘贴后随即撤回</translation>
    </message>
    <message>
        <source>Pasted results</source>
        <translation>粘贴的检验</translation>
    </message>
    <message>
        <source>Enter stores what is ready · T take, L leave, R replace · Esc leaves no trace</source>
        <translation>Enter 存入可存的 · T 采用、L 略过、R 替换 · Esc 不留任何数据</translation>
    </message>
    <message>
        <source>Reading the paste</source>
        <translation>读取粘贴的内容</translation>
    </message>
    <message>
        <source>Close without storing</source>
        <translation>关闭，不存入</translation>
    </message>
    <message>
        <source>No results were found in the pasted text.</source>
        <translation>粘贴的文字中找不到检验结果。</translation>
    </message>
    <message>
        <source>Exactly this text was stored before; only what is new is taken.</source>
        <translation>这段文字先前存入过；只会存入新的数值。</translation>
    </message>
    <message numerus="yes">
        <source>Stored. %n question(s) stay: answer, or Esc to leave out.</source>
        <translation>
            <numerusform>已存入。尚有 %n 个待确认：请回答，或按 Esc 略过。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) stored from the paste.</source>
        <translation>
            <numerusform>已从粘贴的内容存入 %n 个结果。</numerusform>
        </translation>
    </message>
    <message>
        <source>The paste was taken back.</source>
        <translation>已撤回粘贴的数值。</translation>
    </message>
</context>
<context>
    <name>PatientPage</name>
    <message>
        <source>Your role reads this page; it types and signs nothing</source>
        <translation>您的权限可阅读本页，不能录入或签署</translation>
    </message>
    <message>
        <source>Your entry is kept; a doctor signs the visit</source>
        <translation>您的录入会保留，由医生签署</translation>
    </message>
    <message>
        <source>Supports, never replaces, clinical judgement</source>
        <translation>辅助判读，请以临床判断为准</translation>
    </message>
    <message>
        <source>There is no earlier version of this entry.</source>
        <translation>本次录入没有更早的版本。</translation>
    </message>
    <message>
        <source>No leaflet fits this conclusion.</source>
        <translation>没有适合此结论的宣教单。</translation>
    </message>
    <message>
        <source>Nothing has been entered yet.</source>
        <translation>尚未录入任何数据。</translation>
    </message>
    <message>
        <source>The visit is signed. Enter accepts the conclusion.</source>
        <translation>本次就诊已签署。按 Enter 接受结论。</translation>
    </message>
    <message>
        <source>Add to that visit</source>
        <translation>并入该次就诊</translation>
    </message>
    <message>
        <source>A second visit</source>
        <translation>另建第二次就诊</translation>
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
        <translation>状态</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>will be registered</source>
        <translation>将登记</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选定</translation>
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
        <translation>此来源的患者</translation>
    </message>
    <message>
        <source>Register everybody who is not in the record</source>
        <translation>登记所有尚未建档的人</translation>
    </message>
    <message>
        <source>Register as a new patient</source>
        <translation>登记为新患者</translation>
    </message>
    <message>
        <source>Leave this person out</source>
        <translation>略过此人</translation>
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
            <numerusform>%n 人待确认</numerusform>
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
        <translation>已建档</translation>
    </message>
    <message>
        <source>disagrees</source>
        <translation>资料不符</translation>
    </message>
    <message>
        <source>not registered</source>
        <translation>尚未建档</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>无病案号</translation>
    </message>
</context>
<context>
    <name>PlanChoice</name>
    <message>
        <source>Part of which planned sequence</source>
        <translation>属于哪一个既定的治疗计划</translation>
    </message>
    <message>
        <source>planned? not stated</source>
        <translation>是否既定？未注明</translation>
    </message>
    <message>
        <source>new line (plan {0})</source>
        <extracomment>{0} numbers a planned sequence of treatments</extracomment>
        <translation>新的治疗线（计划 {0}）</translation>
    </message>
    <message>
        <source>planned part of plan {0}: {1}</source>
        <extracomment>{0} numbers a planned sequence of treatments, {1} are its regimens</extracomment>
        <translation>计划 {0} 的既定部分：{1}</translation>
    </message>
</context>
<context>
    <name>Poems</name>
    <message>
        <source>Response, axis by axis</source>
        <translation>疗效（各维度分列）</translation>
    </message>
    <message>
        <source>Response of line {0}, axis by axis</source>
        <extracomment>{0} is the number of a line of therapy</extracomment>
        <translation>第 {0} 线的疗效（各维度分列）</translation>
    </message>
    <message>
        <source>How late the axes follow</source>
        <translation>各维度改善的快慢</translation>
    </message>
    <message>
        <source>on the border</source>
        <translation>恰在界值</translation>
    </message>
    <message>
        <source>Nothing recorded speaks of POEMS.</source>
        <translation>记录中没有 POEMS 的迹象。</translation>
    </message>
    <message>
        <source>Adverse factors (not weighted)</source>
        <translation>不利因素（不加权）</translation>
    </message>
    <message>
        <source>Follow-up of each series</source>
        <translation>各项随访</translation>
    </message>
    <message>
        <source>Treatment as published: options, no orders</source>
        <translation>文献中的治疗：选项，并非医嘱</translation>
    </message>
    <message>
        <source>Other diseases</source>
        <translation>其他疾病</translation>
    </message>
    <message>
        <source>Other criteria, only shown</source>
        <translation>其他标准（仅供对照）</translation>
    </message>
    <message>
        <source>Both are needed</source>
        <translation>两项均为必需</translation>
    </message>
    <message>
        <source>Other majors: one is needed</source>
        <translation>其他主要标准：至少一项</translation>
    </message>
    <message>
        <source>Minors: one is needed</source>
        <translation>次要标准：至少一项</translation>
    </message>
    <message>
        <source>Beside the criteria</source>
        <translation>标准之外</translation>
    </message>
    <message>
        <source>Tests that come next</source>
        <translation>下一步检查</translation>
    </message>
    <message>
        <source>Alive after {0} years: {1} % ({2})</source>
        <extracomment>{0} years, {1} percent of patients who are alive then, {2} risk group</extracomment>
        <translation>{0} 年生存：{1}%（{2}）</translation>
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
        <translation>未做过</translation>
    </message>
    <message>
        <source>? May apply: {0}</source>
        <extracomment>{0} is a sentence on treatment, shown although a test that it depends on is missing</extracomment>
        <translation>? 可能适用：{0}</translation>
    </message>
</context>
<context>
    <name>PoemsFindings</name>
    <message>
        <source>Weight, platelets, VEGF</source>
        <translation>体重、血小板、VEGF</translation>
    </message>
    <message>
        <source>Nerves, fluid, fundus</source>
        <translation>神经、积液、眼底</translation>
    </message>
    <message>
        <source>Organs and nodes</source>
        <translation>脏器与淋巴结</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>皮肤</translation>
    </message>
    <message>
        <source>Hormone axes affected</source>
        <translation>受累的内分泌轴</translation>
    </message>
    <message>
        <source>Heart and lungs</source>
        <translation>心肺</translation>
    </message>
    <message>
        <source>Bone and PET</source>
        <translation>骨骼与 PET</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Against the baseline of the line</source>
        <translation>与本线基线相比</translation>
    </message>
</context>
<context>
    <name>PoemsImaging</name>
    <message>
        <source>Hottest lesion, SUVmax</source>
        <translation>摄取最高病灶 SUVmax</translation>
    </message>
    <message>
        <source>SUVmax of the hottest lesion</source>
        <translation>摄取最高病灶的 SUVmax</translation>
    </message>
    <message>
        <source>new FDG focus</source>
        <translation>新发 FDG 病灶</translation>
    </message>
    <message>
        <source>FDG uptake normal</source>
        <translation>FDG 摄取正常</translation>
    </message>
    <message>
        <source>Write how many lesions (0: none seen), and the largest in mm.</source>
        <translation>请填写病灶数（0 表示未见），以及最大者的 mm。</translation>
    </message>
</context>
<context>
    <name>PoemsPanel</name>
    <message>
        <source>POEMS: response, criteria, follow-up</source>
        <translation>POEMS：疗效、标准、随访</translation>
    </message>
</context>
<context>
    <name>PoemsSettings</name>
    <message>
        <source>Response criteria</source>
        <translation>疗效标准</translation>
    </message>
    <message>
        <source>VEGF rises from</source>
        <translation>VEGF 升高界值</translation>
    </message>
    <message>
        <source>Serum VEGF that counts as a rise, in pg/mL</source>
        <translation>视为升高的血清 VEGF（pg/mL）</translation>
    </message>
    <message>
        <source>Serum VEGF after complete response counts as a rise from here on.</source>
        <translation>VEGF 完全缓解后，血清值达到此值即视为升高。</translation>
    </message>
</context>
<context>
    <name>ReadingForm</name>
    <message>
        <source>Names are hidden.</source>
        <translation>姓名已隐藏。</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
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
        <translation>前几行（读取结果）</translation>
    </message>
    <message>
        <source>Columns: leave those that are recognised</source>
        <translation>列：已认得的不必更改</translation>
    </message>
    <message>
        <source>Name of the laboratory</source>
        <translation>实验室名称</translation>
    </message>
    <message>
        <source>Name under which the profile is kept</source>
        <translation>配置的名称</translation>
    </message>
    <message>
        <source>Keep profile</source>
        <translation>保存配置</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>as recognised</source>
        <translation>自动判读</translation>
    </message>
</context>
<context>
    <name>ReasonFrame</name>
    <message>
        <source>Back to the trend</source>
        <translation>返回趋势</translation>
    </message>
    <message>
        <source>Choose a row to read all of it.</source>
        <translation>选一行即可阅读全文。</translation>
    </message>
</context>
<context>
    <name>ReasoningTree</name>
    <message>
        <source>Criterion</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Cut-off</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Evolving disease</source>
        <translation>进展型</translation>
    </message>
    <message>
        <source>Kidney (MGRS)</source>
        <translation>肾脏（MGRS）</translation>
    </message>
    <message>
        <source>Visits and referral</source>
        <translation>复诊与转诊</translation>
    </message>
    <message>
        <source>Light chain ranges (second line, not in the score)</source>
        <translation>轻链参考范围（另列，不计分）</translation>
    </message>
    <message>
        <source>Nearest change</source>
        <translation>最近的变化</translation>
    </message>
    <message>
        <source>Early treatment: information, not an order</source>
        <translation>早期治疗：仅供参考，不是医嘱</translation>
    </message>
    <message>
        <source>Quality of the data</source>
        <translation>数据质量</translation>
    </message>
    <message>
        <source>Where sources differ: what is printed, what is used here</source>
        <translation>文献不一致之处：原文所载、本程序采用</translation>
    </message>
    <message>
        <source>{0} (fits here)</source>
        <extracomment>{0} is a risk model, the one that suits what is known of the patient</extracomment>
        <translation>{0}（较合适）</translation>
    </message>
    <message>
        <source>death ignored</source>
        <translation>不计死亡</translation>
    </message>
    <message>
        <source>death competing</source>
        <translation>计入死亡竞争</translation>
    </message>
    <message>
        <source>Progression in {0} years</source>
        <extracomment>{0} years, beside the percentage of patients who progress</extracomment>
        <translation>{0} 年内进展</translation>
    </message>
    <message>
        <source>Median until progression</source>
        <translation>至进展的中位时间</translation>
    </message>
    <message>
        <source>{0} months</source>
        <extracomment>{0} months</extracomment>
        <translation>{0} 个月</translation>
    </message>
    <message>
        <source>Consider a kidney biopsy</source>
        <translation>请考虑肾活检</translation>
    </message>
    <message>
        <source>Kidney disease of the clone suspected</source>
        <translation>怀疑克隆相关肾病</translation>
    </message>
    <message>
        <source>awaiting verification</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>{0} (awaiting verification)</source>
        <extracomment>{0} is what a rule says that nobody has verified yet</extracomment>
        <translation>{0}（待核实）</translation>
    </message>
</context>
<context>
    <name>ReasonsPanel</name>
    <message>
        <source>Reasons</source>
        <translation>判定依据</translation>
    </message>
</context>
<context>
    <name>RecoveryForm</name>
    <message>
        <source>Type the text of the printed recovery key. If it was printed in three parts, any two of them open the record.</source>
        <translation>请输入打印的恢复密钥文字。若分成三份，任意两份即可打开。</translation>
    </message>
    <message>
        <source>Recovery key, or its first part</source>
        <translation>恢复密钥，或其第一份</translation>
    </message>
    <message>
        <source>Second part, if there are parts</source>
        <translation>第二份（若有分份）</translation>
    </message>
    <message>
        <source>New passphrase (8 characters or more)</source>
        <translation>新密码（至少 8 个字符）</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>再输入一次密码</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Open with the recovery key</source>
        <translation>用恢复密钥打开</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The two do not agree. Type the passphrase again.</source>
        <translation>两次输入不一致，请重新输入。</translation>
    </message>
</context>
<context>
    <name>RecoveryPanel</name>
    <message>
        <source>Shown this once and kept nowhere: print it now, and lock the print away.</source>
        <translation>只显示这一次，不会另存：请立刻打印，并上锁保管。</translation>
    </message>
    <message>
        <source>A printed key that opens the record if the passphrase is lost. A new key ends the one before.</source>
        <translation>印在纸上的密钥，忘记密码时可打开数据。制作新的密钥后，旧的就失效。</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>one sheet</source>
        <translation>一张纸</translation>
    </message>
    <message>
        <source>three parts, two open</source>
        <translation>分三份，任意两份可打开</translation>
    </message>
    <message>
        <source>Make a recovery key</source>
        <translation>制作恢复密钥</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>保存 PDF</translation>
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
        <translation>之前输入的内容还在。</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>重新填写</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>新患者建档</translation>
    </message>
    <message>
        <source>Fields with * are required; the rest may stay unknown.</source>
        <translation>带 * 的为必填项，其余可以留空（未知）。</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>病历号</translation>
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
        <translation>性别</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Leaflets in</source>
        <translation>宣教单语言</translation>
    </message>
    <message>
        <source>1959-03-08, 48-03-08 (ROC year), 1959-03, 1959</source>
        <translation>1959-03-08、1959-03、1959</translation>
    </message>
    <message>
        <source>Laboratory limits depend on it.</source>
        <translation>检验参考值会用到。</translation>
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
        <translation>选择备份文件</translation>
    </message>
</context>
<context>
    <name>RescueForm</name>
    <message>
        <source>Passphrase of this backup</source>
        <translation>这份备份的密码</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Reading and restoring…</source>
        <translation>正在读取并恢复…</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>恢复这份备份</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>选择其他文件…</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <translation>正在查找备份…</translation>
    </message>
    <message>
        <source>No backup was found in
{0}
If one lies elsewhere, choose its file.</source>
        <extracomment>{0} are folders, each on a line</extracomment>
        <translation>在以下位置找不到备份：
{0}
如果备份放在别处，请选择该文件。</translation>
    </message>
    <message>
        <source>Chosen backup</source>
        <translation>所选备份</translation>
    </message>
    <message>
        <source>Last good backup: {0}</source>
        <extracomment>{0} is a day, time and age</extracomment>
        <translation>最近一份完好的备份：{0}</translation>
    </message>
    <message numerus="yes">
        <source>%n newer backup(s) do not read back whole.</source>
        <translation>
            <numerusform>另有 %n 份较新的备份无法完整读出。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultField</name>
    <message>
        <source>Unit of {0}</source>
        <extracomment>{0} is the name of a test</extracomment>
        <translation>{0} 的单位</translation>
    </message>
    <message>
        <source>Why is this value right?</source>
        <translation>为什么这个数值正确？</translation>
    </message>
    <message>
        <source>Reason for the value of {0}</source>
        <translation>{0} 数值的理由</translation>
    </message>
</context>
<context>
    <name>ResultGrid</name>
    <message>
        <source>Results</source>
        <translation>结果</translation>
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
        <translation>基线</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>变异</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>real</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>in noise</source>
        <translation>变异内</translation>
    </message>
    <message>
        <source>below the laboratory&apos;s limit</source>
        <translation>低于检验室下限</translation>
    </message>
    <message>
        <source>above the laboratory&apos;s limit</source>
        <translation>高于检验室上限</translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>No results yet.</source>
        <translation>尚无结果。</translation>
    </message>
    <message>
        <source>Correct or withdraw…</source>
        <translation>更正或作废…</translation>
    </message>
    <message>
        <source>Draw this test alone</source>
        <translation>单独绘制此项目</translation>
    </message>
    <message>
        <source>Other entries: correct or withdraw…</source>
        <translation>其他记录：更正或作废…</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Values on their way into the record</source>
        <translation>准备存入的数值</translation>
    </message>
    <message>
        <source>Which values are shown</source>
        <translation>显示哪些数值</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可存入</translation>
    </message>
    <message numerus="yes">
        <source>%n will be stored</source>
        <translation>
            <numerusform>将存入 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will be withdrawn</source>
        <translation>
            <numerusform>将撤回 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>待确认 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>已有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a result</source>
        <translation>
            <numerusform>无结果 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>略过 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not possible</source>
        <translation>
            <numerusform>无法存入 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not read</source>
        <translation>
            <numerusform>%n 行未读</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Doctor</source>
        <translation>医生</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>护士</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>前台</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>reads, signs, corrects, merges</source>
        <translation>阅读、签署、更正、合并患者</translation>
    </message>
    <message>
        <source>reads, types visits, imports, prints</source>
        <translation>阅读、录入就诊、导入、打印</translation>
    </message>
    <message>
        <source>finds and registers; nothing clinical</source>
        <translation>查找与登记患者，看不到临床内容</translation>
    </message>
    <message>
        <source>users, settings, backups, log</source>
        <translation>用户、设置、备份、使用日志</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>In force: version {0}, hash {1}…</source>
        <extracomment>{0} is the version of the rules, {1} the start of their hash</extracomment>
        <translation>现行版本 {0}，哈希值 {1}…</translation>
    </message>
    <message>
        <source>Patients whose group would change</source>
        <translation>分组会改变的患者</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Compares every stored conclusion with what the rules say today of the same facts. Nothing is rewritten.</source>
        <translation>把每一条已存的结论，与现行规则对同样数据的判读相比对。不会改写任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>Stopped before the end. Compared: {0} of {1}. %n would change group.</source>
        <extracomment>{0} of {1} patients of the record, %n of them would change group</extracomment>
        <translation>
            <numerusform>未完成即停止：已比对 {0}/{1} 位，其中 %n 位分组会改变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared: {0} of {1}. %n would change group.</source>
        <extracomment>{0} of {1} patients of the record, %n of them would change group</extracomment>
        <translation>
            <numerusform>已比对 {0}/{1} 位，其中 %n 位分组会改变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would only come back at another time.</source>
        <translation>
            <numerusform>%n 位仅复诊时间不同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read.</source>
        <translation>
            <numerusform>%n 位无法读取。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafetyNotice</name>
    <message>
        <source>To the backups</source>
        <translation>前往备份</translation>
    </message>
    <message>
        <source>The record file is damaged: what is on the screen may lack something. Nothing was overwritten, and the backups are not touched. Enter nothing more; restore the last good backup.</source>
        <translation>数据文件已损坏，屏幕上的内容可能不完整。没有任何数据被覆盖，备份也未动过。请勿再录入，并恢复最近一份完好的备份。</translation>
    </message>
    <message>
        <source>The newest entries are gone: the file in which they stood last was damaged or removed. Everything older is whole. Look through the last visits and enter again what is missing, or compare with the last backup.</source>
        <translation>最新录入的内容丢失：最后存放它的文件损坏或被移走，更早的数据都完整。请查看最近的就诊并补录，或与最近的备份比对。</translation>
    </message>
    <message>
        <source>The record could not be looked over. Nothing was changed. Check it on the page of backups.</source>
        <translation>无法查看数据文件是否完好，没有任何更改。请到备份页检查。</translation>
    </message>
    <message>
        <source>Restored: {0}.</source>
        <extracomment>{0} are counts of patients, visits and results</extracomment>
        <translation>已恢复：{0}。</translation>
    </message>
    <message>
        <source>Restored from the backup of {0}: {1}.</source>
        <extracomment>{0} is a day, time and age; {1} are counts of patients, visits and results</extracomment>
        <translation>已由 {0} 的备份恢复：{1}。</translation>
    </message>
    <message>
        <source>What stood in its place lies in the folder of backups, under before-restore. Log in with the passphrase of this backup from now on.</source>
        <translation>原来的数据文件放在备份文件夹，名称以 before-restore 开头。今后请用这份备份的密码登录。</translation>
    </message>
</context>
<context>
    <name>SameButton</name>
    <message numerus="yes">
        <source>%n answer(s) as last time</source>
        <translation>
            <numerusform>%n 项同上次</numerusform>
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
        <translation>30 天内复诊</translation>
    </message>
    <message>
        <source>All patients</source>
        <translation>全部患者</translation>
    </message>
</context>
<context>
    <name>SecondPlaceRow</name>
    <message>
        <source>Second place</source>
        <translation>第二备份处</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>No second place</source>
        <translation>不用第二处</translation>
    </message>
    <message>
        <source>None. A copy on another disk helps where this disk is lost.</source>
        <translation>未设置。如果这块磁盘损坏，另一块磁盘上的副本可以找回数据。</translation>
    </message>
    <message>
        <source>The disk there is full.</source>
        <translation>该处磁盘已满。</translation>
    </message>
    <message>
        <source>The backups themselves are there; choose a folder on another disk.</source>
        <translation>备份本身就在那里；请选择另一块磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>What was written there reads differently: the disk may be failing.</source>
        <translation>写入的内容读回不符，磁盘可能快坏了。</translation>
    </message>
    <message>
        <source>The folder cannot be reached or written; is the disk connected?</source>
        <translation>连不到或无法写入该文件夹，磁盘是否已接上？</translation>
    </message>
    <message>
        <source>{0}: the last copy failed. {1}</source>
        <extracomment>{0} is a folder, {1} is a sentence that says why</extracomment>
        <translation>{0}：上次复制失败。{1}</translation>
    </message>
    <message>
        <source>Second place for backups</source>
        <translation>备份的第二个位置</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Not saved yet: save it, or close once more to drop it.</source>
        <translation>尚未保存：请保存，或再按一次关闭以放弃。</translation>
    </message>
    <message>
        <source>Drop the changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Clinic, on every printed sheet</source>
        <translation>诊所信息（印在每份单页上）</translation>
    </message>
    <message>
        <source>Noise of the tests</source>
        <translation>检验变异</translation>
    </message>
    <message>
        <source>Follow-up intervals in months</source>
        <translation>随访间隔（月）</translation>
    </message>
    <message>
        <source>Response of POEMS</source>
        <translation>POEMS 的疗效</translation>
    </message>
    <message>
        <source>Grey is what was published; what you type here takes its place.</source>
        <translation>灰色是已发表的数值；在此输入的会取代它。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>医生</translation>
    </message>
    <message>
        <source>Saved. The next assessments use it; earlier ones stay as they are.</source>
        <translation>已保存。之后的判读会采用；以前的保持原样。</translation>
    </message>
    <message>
        <source>What was changed before is still here and not saved yet.</source>
        <translation>以前的更改仍在，尚未保存。</translation>
    </message>
    <message>
        <source>Not all was saved: see beside the fields.</source>
        <translation>未全部保存：请见字段旁的说明。</translation>
    </message>
</context>
<context>
    <name>SideEffectRow</name>
    <message>
        <source>Side effect</source>
        <translation>不良反应</translation>
    </message>
    <message>
        <source>grade {0}</source>
        <extracomment>{0} is the grade of a side effect</extracomment>
        <translation>{0} 级</translation>
    </message>
    <message>
        <source>grade?</source>
        <translation>级别？</translation>
    </message>
    <message>
        <source>Grade of the side effect</source>
        <translation>不良反应的级别</translation>
    </message>
    <message>
        <source>Remove this side effect from the entry</source>
        <translation>从录入中移除此不良反应</translation>
    </message>
</context>
<context>
    <name>SoundnessWords</name>
    <message>
        <source>The record is whole, every page, every row and the whole log: {0}.</source>
        <extracomment>{0} are counts of patients, visits and results</extracomment>
        <translation>数据文件完好，每一页、每一行数据与全部日志都已读过：{0}。</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>另有 %n 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>The check changed nothing.</source>
        <translation>检查没有更改任何内容。</translation>
    </message>
    <message>
        <source>This passphrase does not open the backup. It is the passphrase of the time when the backup was made.</source>
        <translation>这个密码无法打开这份备份。请用备份当时的密码。</translation>
    </message>
    <message>
        <source>This file is damaged. Nothing was changed.</source>
        <translation>这个文件已损坏，没有任何更改。</translation>
    </message>
    <message>
        <source>The backup is not complete: its .db and .keys files must lie side by side. Nothing was changed.</source>
        <translation>备份不完整：.db 与 .keys 文件必须放在一起。没有任何更改。</translation>
    </message>
    <message>
        <source>The key file of this backup is damaged. Choose another one.</source>
        <translation>这份备份的密钥文件已损坏，请选另一份。</translation>
    </message>
    <message>
        <source>Pages or rows of the record file are damaged. What is on the screen may lack something. Restore the last good backup.</source>
        <translation>数据文件有些页或行已损坏，屏幕上的内容可能不完整。请恢复最近一份完好的备份。</translation>
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
        <translation>外院</translation>
    </message>
    <message>
        <source>Laboratory of {0}, if another</source>
        <translation>{0} 的检验室（如不同）</translation>
    </message>
    <message>
        <source>Take the last method of {0}</source>
        <translation>沿用 {0} 上次的方法</translation>
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
        <translation>数目</translation>
    </message>
    <message>
        <source>{0}: plasma cells counted</source>
        <translation>{0}：计数的浆细胞</translation>
    </message>
    <message>
        <source>cells counted</source>
        <extracomment>Stands after how many cells were counted</extracomment>
        <translation>个浆细胞（计数）</translation>
    </message>
    <message>
        <source>Write the ratio as one number, such as 4 or 0.5, and the cells as a whole number.</source>
        <translation>请将比值写成一个数字，如 4 或 0.5；细胞数请填整数。</translation>
    </message>
</context>
<context>
    <name>ToleranceFindings</name>
    <message>
        <source>Side effects</source>
        <translation>不良反应</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>防护</translation>
    </message>
    <message>
        <source>Hepatitis B</source>
        <translation>乙型肝炎</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Locks in {0} s; any key keeps it open</source>
        <extracomment>{0} is a number of seconds</extracomment>
        <translation>{0} 秒后锁定，按任意键可继续</translation>
    </message>
    <message>
        <source>Name, record number, birth date  {0}</source>
        <extracomment>{0} is a key, such as Ctrl+F</extracomment>
        <translation>姓名、病历号、出生日期…  {0}</translation>
    </message>
    <message>
        <source>Find patient</source>
        <translation>查找患者</translation>
    </message>
    <message>
        <source>Demonstration: fictional patients, removed when you close</source>
        <translation>演示：虚构患者，关闭后即删除</translation>
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
        <translation>处理中…</translation>
    </message>
</context>
<context>
    <name>ToxicityList</name>
    <message>
        <source>+ side effect</source>
        <translation>+ 不良反应</translation>
    </message>
    <message>
        <source>Add a side effect</source>
        <translation>添加不良反应</translation>
    </message>
    <message>
        <source>Write what it is, and its grade.</source>
        <translation>请写明是什么不良反应及其级别。</translation>
    </message>
</context>
<context>
    <name>TreatmentEditor</name>
    <message>
        <source>Regimen (↓ shows the known ones)</source>
        <translation>方案（按 ↓ 列出已知的）</translation>
    </message>
    <message>
        <source>Regimen</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Drugs, separated by commas</source>
        <translation>药物，以逗号分隔</translation>
    </message>
    <message>
        <source>from</source>
        <translation>自</translation>
    </message>
    <message>
        <source>First day of the regimen</source>
        <translation>方案的第一天</translation>
    </message>
    <message>
        <source>Days of one cycle</source>
        <translation>每个周期的天数</translation>
    </message>
    <message>
        <source>days each</source>
        <extracomment>Stands after the length of a cycle</extracomment>
        <translation>天一周期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note on the regimen</source>
        <translation>方案的备注</translation>
    </message>
    <message>
        <source>Remove this regimen from the entry</source>
        <translation>从录入中移除此方案</translation>
    </message>
</context>
<context>
    <name>TreatmentList</name>
    <message>
        <source>+ regimen</source>
        <translation>+ 方案</translation>
    </message>
    <message>
        <source>Add a regimen</source>
        <translation>添加方案</translation>
    </message>
</context>
<context>
    <name>TrialForm</name>
    <message>
        <source>Restore {0}</source>
        <extracomment>{0} is the name of a file</extracomment>
        <translation>恢复 {0}</translation>
    </message>
    <message>
        <source>A copy is opened and read whole first, then compared with the record of now. Nothing is replaced before you press once more.</source>
        <translation>先打开副本并完整读过，再与现在的数据文件比较。在您再按一次之前，不会替换任何数据。</translation>
    </message>
    <message>
        <source>Fire drill with {0}</source>
        <extracomment>{0} is the name of a file</extracomment>
        <translation>用 {0} 做恢复演练</translation>
    </message>
    <message>
        <source>A copy is opened as on another computer and read whole. The record stays as it is; a dated slip is kept beside the backups.</source>
        <translation>如同在另一台电脑上，打开副本并完整读过。数据文件不变，并在备份旁留一份注明日期的记录。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Passphrase of this backup</source>
        <translation>这份备份的密码</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>打开副本</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>正在恢复…</translation>
    </message>
    <message>
        <source>Restore this backup now</source>
        <translation>现在恢复这份备份</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This backup opens, but lacks entries that it had when it was made, or its slip was changed. It is not restored; choose another one.</source>
        <translation>这份备份能打开，但缺少制作时已有的记录，或其备份记录曾被改动。不予恢复；请选择另一份。</translation>
    </message>
    <message>
        <source>It opens and is whole. It holds: {0}.</source>
        <translation>可以打开且完整，内含：{0}。</translation>
    </message>
    <message>
        <source>Lines of its log were changed or are missing: check the record to see which. What is recorded of patients is not touched by it.</source>
        <translation>其使用日志有若干行被改动或缺失：请检查数据文件以查明是哪几行。病人的数据不受影响。</translation>
    </message>
    <message>
        <source>The record of now: {0}.</source>
        <extracomment>{0} are counts of patients, visits and results</extracomment>
        <translation>现在的数据文件：{0}。</translation>
    </message>
    <message>
        <source>Entered since and gone from the record after a restore: {0}.</source>
        <extracomment>{0} are counts of patients, visits and results</extracomment>
        <translation>备份后才录入、恢复后数据文件将没有的：{0}。</translation>
    </message>
    <message>
        <source>Entered since this backup: {0}.</source>
        <extracomment>{0} are counts of patients, visits and results</extracomment>
        <translation>备份后录入的：{0}。</translation>
    </message>
    <message>
        <source>The record of now is copied to the backups before, with a name that begins with before-restore; nothing is deleted.</source>
        <translation>恢复前会先把现在的数据文件复制到备份处，名称以 before-restore 开头，不会删除任何数据。</translation>
    </message>
    <message>
        <source>Fire drill passed {0}; slip: {1}.</source>
        <extracomment>{0} is a day and time, {1} the name of a file</extracomment>
        <translation>{0} 恢复演练通过，记录：{1}。</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>The record file is damaged.</source>
        <translation>数据文件已损坏。</translation>
    </message>
    <message>
        <source>M-Spike has not changed it. Backups in the folder below are not touched.</source>
        <translation>M-Spike 没有更改它，下方文件夹里的备份也未动过。</translation>
    </message>
    <message>
        <source>The record was written by a newer M-Spike.</source>
        <translation>数据文件是由较新版本的 M-Spike 写入的。</translation>
    </message>
    <message>
        <source>The data are safe: this version has not touched them.</source>
        <translation>数据安全：本版本没有动过数据。</translation>
    </message>
    <message>
        <source>Install the newer version on this computer and start it.</source>
        <translation>请在这台电脑安装较新的版本后启动。</translation>
    </message>
    <message>
        <source>The record file is not where it was.</source>
        <translation>数据文件不在原来的位置。</translation>
    </message>
    <message>
        <source>Its keys are still here. No empty record was made in its place.</source>
        <translation>密钥文件还在，也没有另建空白数据文件。</translation>
    </message>
    <message>
        <source>The key file of the record is missing.</source>
        <translation>缺少数据文件的密钥文件。</translation>
    </message>
    <message>
        <source>The record is unchanged, but stays closed without its keys.</source>
        <translation>数据文件没有更改，但没有密钥就无法打开。</translation>
    </message>
    <message>
        <source>Bring the last good backup back. The damaged file is kept beside it.</source>
        <translation>请恢复最近一份完好的备份，损坏的文件会另外保留。</translation>
    </message>
    <message>
        <source>Bring the file back into the folder below and press &apos;Try again&apos;, or restore the last backup.</source>
        <translation>请把文件放回下方文件夹再按“重试”，或恢复最近的备份。</translation>
    </message>
    <message>
        <source>Restore the last backup: it has its own keys. The record is kept beside it.</source>
        <translation>请恢复最近的备份，备份带有自己的密钥；原数据文件会另外保留。</translation>
    </message>
    <message>
        <source>The key file of the record is damaged.</source>
        <translation>数据文件的密钥文件已损坏。</translation>
    </message>
    <message>
        <source>The record is already open in another window.</source>
        <translation>数据文件已在另一个窗口打开。</translation>
    </message>
    <message>
        <source>The data are safe.</source>
        <translation>数据安全。</translation>
    </message>
    <message>
        <source>Go on in that window, or close it and press &apos;Try again&apos;.</source>
        <translation>请到那个窗口继续，或关闭它后再按“重试”。</translation>
    </message>
    <message>
        <source>The record is busy.</source>
        <translation>数据文件正忙。</translation>
    </message>
    <message>
        <source>Wait a moment, then press &apos;Try again&apos;.</source>
        <translation>请稍候，再按“重试”。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>What was recorded before is safe.</source>
        <translation>此前记录的数据安全。</translation>
    </message>
    <message>
        <source>Free some space on the disk, then press &apos;Try again&apos;.</source>
        <translation>请清理出磁盘空间，再按“重试”。</translation>
    </message>
    <message>
        <source>The record lies on another computer.</source>
        <translation>数据文件放在另一台电脑上。</translation>
    </message>
    <message>
        <source>It was not opened and not changed: over a network two computers could damage it.</source>
        <translation>没有打开，也没有更改：经由网络，两台电脑可能会弄坏它。</translation>
    </message>
    <message>
        <source>Move the folder to a disk of this computer and start M-Spike there. Backups may well go to the network.</source>
        <translation>请把文件夹移到这台电脑的磁盘再启动 M-Spike。备份则可以放在网络上。</translation>
    </message>
    <message>
        <source>The record is not where it was.</source>
        <translation>数据文件不在原来的位置。</translation>
    </message>
    <message>
        <source>File and keys are gone, but backups are here. No empty record was made.</source>
        <translation>数据文件与密钥文件都不见了，但备份还在。没有另建空白数据文件。</translation>
    </message>
    <message>
        <source>Bring clinic.db and clinic.keys back and press &apos;Try again&apos;, or restore the last backup.</source>
        <translation>请把 clinic.db 与 clinic.keys 放回后按“重试”，或恢复最近的备份。</translation>
    </message>
    <message>
        <source>Restore a backup of another computer</source>
        <translation>恢复另一台电脑的备份</translation>
    </message>
    <message>
        <source>There is no record on this computer that could be replaced.</source>
        <translation>这台电脑上没有会被替换的数据文件。</translation>
    </message>
    <message>
        <source>Choose the .db file of the backup; its .keys file must lie beside it.</source>
        <translation>请选择备份的 .db 文件，.keys 文件必须放在一起。</translation>
    </message>
    <message>
        <source>The folder of the record cannot be written.</source>
        <translation>无法写入数据文件所在的文件夹。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何更改。</translation>
    </message>
    <message>
        <source>Ask for the right to write in the folder below, then press &apos;Try again&apos;.</source>
        <translation>请取得下方文件夹的写入权限，再按“重试”。</translation>
    </message>
    <message>
        <source>The record could not be opened.</source>
        <translation>数据文件无法打开。</translation>
    </message>
    <message>
        <source>Press &apos;Try again&apos;. If it fails again, restart the computer.</source>
        <translation>请按“重试”。若仍失败，请重新启动电脑。</translation>
    </message>
</context>
<context>
    <name>TroublePanel</name>
    <message>
        <source>Create an empty record</source>
        <translation>创建空白数据文件</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Close M-Spike</source>
        <translation>关闭 M-Spike</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Record of the haematology clinic</source>
        <translation>血液科门诊病历</translation>
    </message>
    <message>
        <source>Fictional patients. Passphrase: {0}</source>
        <extracomment>{0} is a passphrase</extracomment>
        <translation>虚构患者。密码：{0}</translation>
    </message>
    <message>
        <source>Preparing fictional patients…</source>
        <translation>正在准备虚构患者…</translation>
    </message>
    <message>
        <source>Record: {0}</source>
        <extracomment>{0} is the path of a file</extracomment>
        <translation>数据文件：{0}</translation>
    </message>
    <message>
        <source>This key belongs to another record, or to an earlier kit.</source>
        <translation>这组密钥属于另一份数据，或是较早制作的。</translation>
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
        <translation>登录名</translation>
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
        <translation>新增用户</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>更改 {0}</translation>
    </message>
    <message>
        <source>Another passphrase for {0}</source>
        <translation>为 {0} 设置新密码</translation>
    </message>
    <message>
        <source>Take {0} back</source>
        <translation>恢复 {0}</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>small letters; stands in the log and stays for good</source>
        <translation>小写英文；会留在日志中，不能更改</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
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
        <translation>用户与权限</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>My passphrase</source>
        <translation>我的密码</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Give a passphrase…</source>
        <translation>设置新密码…</translation>
    </message>
    <message>
        <source>Retire…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Saved. It holds from the next log-in.</source>
        <translation>已保存，下次登录起生效。</translation>
    </message>
    <message>
        <source>This login was given before; take another one.</source>
        <translation>这个登录名已经用过，请换一个。</translation>
    </message>
    <message>
        <source>Retire {0}? They cannot log in any more; what they did stays.</source>
        <extracomment>{0} is the login of a user</extracomment>
        <translation>要停用 {0} 吗？停用后不能再登录，过去的记录会保留。</translation>
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
        <translation>密码已更改，旧密码不再有效。</translation>
    </message>
    <message>
        <source>Saved. It holds at once.</source>
        <translation>已保存，立即生效。</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>保存 PDF</translation>
    </message>
    <message>
        <source>Saved. Bring the file off this computer, then delete it here.</source>
        <translation>已保存。请把文件移到别处保管，再从这台电脑删除。</translation>
    </message>
    <message>
        <source>The PDF could not be saved there. Choose another folder.</source>
        <translation>PDF 无法保存在那里，请选另一个文件夹。</translation>
    </message>
</context>
<context>
    <name>VegfField</name>
    <message>
        <source>VEGF from</source>
        <translation>VEGF 标本</translation>
    </message>
    <message>
        <source>Specimen of the VEGF</source>
        <translation>VEGF 的标本</translation>
    </message>
    <message>
        <source>serum</source>
        <translation>血清</translation>
    </message>
    <message>
        <source>plasma</source>
        <translation>血浆</translation>
    </message>
    <message>
        <source>not stated</source>
        <extracomment>The specimen of a blood test is not stated</extracomment>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Serum or plasma? Without it no limit holds.</source>
        <translation>血清还是血浆？不注明就没有可用的界值。</translation>
    </message>
    <message>
        <source>The earlier VEGF is of another specimen: the two are not compared or converted.</source>
        <translation>既往 VEGF 为另一种标本：两者不比较，也不换算。</translation>
    </message>
</context>
<context>
    <name>VerdictBody</name>
    <message>
        <source>The program concluded: {0}. Reason: {1}</source>
        <extracomment>{0} is the program&apos;s conclusion, {1} the doctor&apos;s reason for another one</extracomment>
        <translation>程序的结论：{0}。改判理由：{1}</translation>
    </message>
    <message>
        <source>fits here</source>
        <translation>较合适</translation>
    </message>
    <message>
        <source>The model for which the tests of this patient suffice</source>
        <translation>此患者已有的检查足以使用的模型</translation>
    </message>
    <message>
        <source>Would be settled by:</source>
        <translation>补充以下即可确定：</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Conclusion</source>
        <translation>结论</translation>
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
        <translation>接受已签署就诊的结论</translation>
    </message>
    <message>
        <source>not signed yet</source>
        <translation>尚未签署</translation>
    </message>
    <message>
        <source>doctor&apos;s conclusion</source>
        <translation>医生判定</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>No conclusion yet</source>
        <translation>尚无结论</translation>
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
        <translation>{0} 年进展：{1}%（95% CI {2}；{3}）</translation>
    </message>
    <message>
        <source>{0}-year progression: {1} % ({2})</source>
        <extracomment>{0} years, {1} percent of patients who progress, {2} the people in whom it was measured</extracomment>
        <translation>{0} 年进展：{1}%（{2}）</translation>
    </message>
    <message>
        <source>Median until progression: {0} months ({1})</source>
        <extracomment>{0} months, {1} the people in whom it was measured</extracomment>
        <translation>至进展中位时间：{0} 个月（{1}）</translation>
    </message>
    <message>
        <source>{0}-year progression: {1} % with death ignored, {2} % with death competing</source>
        <extracomment>{0} years; {1} and {2} are percentages of patients who progress: if nobody died of something else, and counting that some do</extracomment>
        <translation>{0} 年进展：{1}%（不计死亡）、{2}%（计入死亡竞争）</translation>
    </message>
</context>
<context>
    <name>WaitingFiles</name>
    <message numerus="yes">
        <source>%n file(s) waiting</source>
        <translation>
            <numerusform>%n 个文件等待导入</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Stopped; nothing was stored.</source>
        <translation>已停止，没有存入任何数值。</translation>
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
        <translation>性别未知</translation>
    </message>
    <message>
        <source>{0}</source>
        <comment>age</comment>
        <extracomment>Age of a patient in whole years, as short as can be: &quot;67&quot; in English</extracomment>
        <translation>{0} 岁</translation>
    </message>
</context>
<context>
    <name>WorklistColumns</name>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>上次就诊</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>下次复诊</translation>
    </message>
    <message>
        <source>not assessed</source>
        <translation>未评估</translation>
    </message>
    <message>
        <source>doctor&apos;s verdict</source>
        <translation>医生判定</translation>
    </message>
    <message numerus="yes">
        <source>%n possible</source>
        <translation>
            <numerusform>%n 种可能</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <extracomment>{0} and {1} are diagnoses or risk groups that are both still possible</extracomment>
        <translation>{0}或{1}</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>refer now</source>
        <translation>立即转诊</translation>
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
        <translation>患者列表</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n 位患者</numerusform>
        </translation>
    </message>
    <message>
        <source>Search: {0}</source>
        <extracomment>{0} is what was typed into the search field</extracomment>
        <translation>搜索：{0}</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n are listed. Type to find others.</source>
        <translation>
            <numerusform>仅列出前 %n 位，输入文字可查找其他患者。</numerusform>
        </translation>
    </message>
    <message>
        <source>No patients yet</source>
        <translation>还没有患者</translation>
    </message>
    <message>
        <source>Register the first patient; the visit can begin at once.</source>
        <translation>为第一位患者建档，即可开始就诊。</translation>
    </message>
    <message>
        <source>Register a patient</source>
        <translation>患者建档</translation>
    </message>
    <message>
        <source>Nobody found for &apos;{0}&apos;</source>
        <translation>找不到“{0}”</translation>
    </message>
    <message>
        <source>Looked at names, record numbers and birth dates of all patients.</source>
        <translation>已比对全部患者的姓名、病历号和出生日期。</translation>
    </message>
    <message>
        <source>Register as a new patient</source>
        <translation>按新患者建档</translation>
    </message>
    <message>
        <source>Nobody in this list</source>
        <translation>此列表没有患者</translation>
    </message>
    <message>
        <source>Show all patients</source>
        <translation>显示全部患者</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>_Duration</name>
    <message numerus="yes">
        <source>{0} in %n month(s)</source>
        <extracomment>{0} is a test and its change, %n the months that it took</extracomment>
        <translation>
            <numerusform>{0}（%n 个月内）</numerusform>
        </translation>
    </message>
</context>
</TS>
