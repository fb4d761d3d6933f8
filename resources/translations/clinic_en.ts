<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AskedTests</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message numerus="yes">
        <source>%n similar</source>
        <translation>
            <numerusform>%n similar</numerusform>
            <numerusform>%n similar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountWords</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other entries</source>
        <translation>
            <numerusform>%n other entry</numerusform>
            <numerusform>%n other entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DriftColumns</name>
    <message numerus="yes">
        <source>%n possible</source>
        <translation>
            <numerusform>%n possible</numerusform>
            <numerusform>%n possible</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuePanel</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueWords</name>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>every month</numerusform>
            <numerusform>every %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message numerus="yes">
        <source>%n line(s) copied, nothing of the person.</source>
        <translation>
            <numerusform>%n line copied, nothing of the person.</numerusform>
            <numerusform>%n lines copied, nothing of the person.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryColumns</name>
    <message numerus="yes">
        <source>%n stored</source>
        <translation>
            <numerusform>%n stored</numerusform>
            <numerusform>%n stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n corrected</source>
        <translation>
            <numerusform>%n corrected</numerusform>
            <numerusform>%n corrected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registered</source>
        <translation>
            <numerusform>%n registered</numerusform>
            <numerusform>%n registered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportsPage</name>
    <message numerus="yes">
        <source>%n result(s) stored.</source>
        <translation>
            <numerusform>%n result stored.</numerusform>
            <numerusform>%n results stored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) registered.</source>
        <translation>
            <numerusform>%n patient registered.</numerusform>
            <numerusform>%n patients registered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) stay and are not stored.</source>
        <translation>
            <numerusform>%n question stays and is not stored.</numerusform>
            <numerusform>%n questions stay and are not stored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) taken back.</source>
        <translation>
            <numerusform>%n value taken back.</numerusform>
            <numerusform>%n values taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) were changed since and stay.</source>
        <translation>
            <numerusform>%n value was changed since and stays.</numerusform>
            <numerusform>%n values were changed since and stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message numerus="yes">
        <source>%n test(s) to be named; this is asked once for a laboratory.</source>
        <translation>
            <numerusform>%n test to be named; this is asked once for a laboratory.</numerusform>
            <numerusform>%n tests to be named; this is asked once for a laboratory.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeafletPage</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message numerus="yes">
        <source>Several wrong passphrases. The next try is possible in %n s; the record is safe.</source>
        <translation>
            <numerusform>Several wrong passphrases. The next try is possible in %n s; the record is safe.</numerusform>
            <numerusform>Several wrong passphrases. The next try is possible in %n s; the record is safe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastePanel</name>
    <message numerus="yes">
        <source>Stored. %n question(s) stay: answer, or Esc to leave out.</source>
        <translation>
            <numerusform>Stored. %n question stays: answer, or Esc to leave out.</numerusform>
            <numerusform>Stored. %n questions stay: answer, or Esc to leave out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) stored from the paste.</source>
        <translation>
            <numerusform>%n result stored from the paste.</numerusform>
            <numerusform>%n results stored from the paste.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be answered</source>
        <translation>
            <numerusform>%n to be answered</numerusform>
            <numerusform>%n to be answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RescueForm</name>
    <message numerus="yes">
        <source>%n newer backup(s) do not read back whole.</source>
        <translation>
            <numerusform>%n newer backup does not read back whole.</numerusform>
            <numerusform>%n newer backups do not read back whole.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message numerus="yes">
        <source>%n will be stored</source>
        <translation>
            <numerusform>%n will be stored</numerusform>
            <numerusform>%n will be stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will be withdrawn</source>
        <translation>
            <numerusform>%n will be withdrawn</numerusform>
            <numerusform>%n will be withdrawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n already there</numerusform>
            <numerusform>%n already there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a result</source>
        <translation>
            <numerusform>%n without a result</numerusform>
            <numerusform>%n without a result</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not possible</source>
        <translation>
            <numerusform>%n not possible</numerusform>
            <numerusform>%n not possible</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not read</source>
        <translation>
            <numerusform>%n line not read</numerusform>
            <numerusform>%n lines not read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message numerus="yes">
        <source>Stopped before the end. Compared: {0} of {1}. %n would change group.</source>
        <extracomment>{0} of {1} patients of the record, %n of them would change group</extracomment>
        <translation>
            <numerusform>Stopped before the end. Compared: {0} of {1}. %n would change group.</numerusform>
            <numerusform>Stopped before the end. Compared: {0} of {1}. %n would change group.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared: {0} of {1}. %n would change group.</source>
        <extracomment>{0} of {1} patients of the record, %n of them would change group</extracomment>
        <translation>
            <numerusform>Compared: {0} of {1}. %n would change group.</numerusform>
            <numerusform>Compared: {0} of {1}. %n would change group.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would only come back at another time.</source>
        <translation>
            <numerusform>%n would only come back at another time.</numerusform>
            <numerusform>%n would only come back at another time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read.</source>
        <translation>
            <numerusform>%n could not be read.</numerusform>
            <numerusform>%n could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SameButton</name>
    <message numerus="yes">
        <source>%n answer(s) as last time</source>
        <translation>
            <numerusform>%n answer as last time</numerusform>
            <numerusform>%n answers as last time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SoundnessWords</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingFiles</name>
    <message numerus="yes">
        <source>%n file(s) waiting</source>
        <translation>
            <numerusform>%n file is waiting</numerusform>
            <numerusform>%n files are waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorklistColumns</name>
    <message numerus="yes">
        <source>%n possible</source>
        <translation>
            <numerusform>%n possible</numerusform>
            <numerusform>%n possible</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorklistPage</name>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n are listed. Type to find others.</source>
        <translation>
            <numerusform>Only the first is listed. Type to find others.</numerusform>
            <numerusform>Only the first %n are listed. Type to find others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Duration</name>
    <message numerus="yes">
        <source>{0} in %n month(s)</source>
        <extracomment>{0} is a test and its change, %n the months that it took</extracomment>
        <translation>
            <numerusform>{0} in 1 month</numerusform>
            <numerusform>{0} in %n months</numerusform>
        </translation>
    </message>
</context>
</TS>
